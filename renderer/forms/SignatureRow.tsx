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
    <div className="row">
      <div className="signatures">
        {signatures.map(({ who, name, when }) => (
          <div className="signature" key={who}>
            <div className="who">{who}</div>
            <div className="name">{name}</div>
            <div className="when">{when ?? t('forms.blankDate')}</div>
          </div>
        ))}
      </div>
    </div>
  )
}
