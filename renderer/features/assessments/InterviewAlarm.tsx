import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Questionnaire } from '#contract/instrument-file'
import { openDialog } from '#lib/dialogs'
import { gravestSteps } from '#lib/sheet-alarms'
import type { Alarm } from '#lib/sheet-alarms'
import { Kbd } from '#ui/Kbd'
import { useBoth } from './use-both.ts'

type Props = { form: Questionnaire; alarms: Alarm[]; studentId: string }

/** What the answers so far ask for: at once where the student must not be left alone. */
export function InterviewAlarm({ form, alarms, studentId }: Props) {
  const { t, i18n } = useTranslation()
  const both = useBoth()
  const isImmediate = alarms[0]?.critical.urgency === 'immediate'
  const { zh, en } = gravestSteps(form)
  const steps = i18n.language === 'en' && en.length > 0 ? en : zh
  if (!isImmediate)
    return (
      <p className="interview-note" role="status">
        <strong>{t('codes.urgenciesInPerson.same-day')}</strong>
        {alarms.map(({ item, critical }) => (
          <span key={item.id}>{both(critical.reason)}</span>
        ))}
      </p>
    )
  return (
    <section className="interview-alarm" role="alert">
      <div>
        <h2>{t('sheets.actNow')}</h2>
        <p>
          {alarms
            .filter(({ critical }) => critical.urgency === 'immediate')
            .map(({ critical }) => both(critical.reason))
            .join(' · ')}
        </p>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <Button type="primary" danger size="large" onClick={() => openDialog({ kind: 'crisis', studentId })}>
        {t('sheets.crisisCard')}
        <Kbd keys="F9" />
      </Button>
    </section>
  )
}
