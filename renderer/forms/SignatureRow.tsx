import { useTranslation } from 'react-i18next'

export type Signature = {
  who: string
  /** Printed name; empty leaves room for a pen. */
  name?: string
  /** Date in words; without it the blanks for one are printed. */
  when?: string
}

/** Boxes for signatures, each with its date. */
export function SignatureRow({ signatures }: { signatures: readonly Signature[] }) {
  const { t } = useTranslation()
  return (
    <div className="paper-row">
      <div className="paper-signatures">
        {signatures.map(({ who, name, when }) => (
          <div className="paper-signature" key={who}>
            <div className="paper-who">{who}</div>
            <div className="paper-name">{name}</div>
            <div className="paper-when">{when ?? t('forms.blankDate')}</div>
          </div>
        ))}
      </div>
    </div>
  )
}
