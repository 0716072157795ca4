import { useTranslation } from 'react-i18next'

export type Signature = {
  who: string
  /** Printed name; empty leaves room for a pen. */
  name?: string
  /** Date in words; without it the blanks for one are printed. */
  when?: string
}

type Props = {
  signatures: readonly Signature[]
  /** Stays on the page of what follows. */
  keep?: boolean
}

/** Boxes for signatures, each with its date. */
export function SignatureRow({ signatures, keep = false }: Props) {
  const { t } = useTranslation()
  return (
    <div className="paper-row" data-keep={keep ? '' : undefined}>
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
