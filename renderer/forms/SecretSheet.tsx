import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BandRow } from './BandRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperMoment } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'

export type Making = {
  school: string
  madeBy: string
  /** LocalTime. */
  madeAt: string
}
type Props = Making & {
  title: string
  what: string
  /** What the lines are called, and what they hold. */
  secret: string
  lines: readonly string[]
  /** Words of a language need other room than blocks of letters. */
  isWords?: boolean
  /** Rows that say what it opens and how. */
  children: ReactNode
}

/** A secret that is printed twice and sealed: its lines, what they are for, and who keeps the two envelopes. */
export function SecretSheet({ school, madeBy, madeAt, title, what, secret, lines, isWords, children }: Props) {
  const { t } = useTranslation()
  return (
    <PagedForm
      running={{
        from: school,
        no: '',
        practice: false,
        foot: t('forms.keepSafe'),
        printedBy: madeBy,
        printedAt: paperMoment(madeAt),
      }}
    >
      <FormTitle school={school} title={title} about={paperDate(madeAt)} />
      <ProseBlock text={what} />
      <div
        className={isWords ? 'paper-secret-code paper-secret-words' : 'paper-secret-code'}
        role="group"
        aria-label={secret}
      >
        {lines.map((line, index) => (
          <div key={`${index} ${line}`}>
            <small>{t('forms.recovery.line', { n: index + 1 })}</small>
            {line}
          </div>
        ))}
      </div>
      <div className="paper-gap" />
      {children}
      <BandRow title={t('forms.recovery.kept')} />
      {[1, 2].map((n) => (
        <Row
          key={n}
          cells={[
            { label: t('forms.recovery.envelope', { n }), value: '' },
            { label: t('forms.recovery.keeper'), value: '' },
          ]}
        />
      ))}
      <SignatureRow signatures={[{ who: t('forms.recovery.makerSign') }, { who: t('forms.recovery.keeperSign') }]} />
    </PagedForm>
  )
}
