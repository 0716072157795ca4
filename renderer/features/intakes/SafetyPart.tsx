import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { SAFETY_ANSWERS, SAFETY_QUESTIONS } from '#contract/case-tables'
import type { IntakeBody } from '#contract/intakes'
import { openDialog } from '#lib/dialogs'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'
import { SheetPart } from '#ui/SheetPart'

type Screen = IntakeBody['riskScreen']
type Props = { studentId: string; value: Screen; onChange: (value: Screen) => void }

/** What was asked about safety, each with the words that were said. No level is worked out of it. */
export function SafetyPart({ studentId, value, onChange }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  const change = (question: keyof Screen, part: Partial<Screen['self']>) =>
    onChange({ ...value, [question]: { ...value[question], ...part } })
  const isAnyYes = SAFETY_QUESTIONS.some((question) => value[question].answer === 'yes')
  return (
    <SheetPart label={t('intakes.safety')}>
      {SAFETY_QUESTIONS.map((question) => {
        const name = t(`codes.safetyQuestions.${question}`)
        const { answer, words } = value[question]
        return (
          <div key={question} className="intake-safety">
            <span>{name}</span>
            <Chips
              label={name}
              value={answer}
              options={codes('safetyAnswers', SAFETY_ANSWERS)}
              onChange={(chosen) => change(question, { answer: chosen })}
            />
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 6 }}
              maxLength={4000}
              aria-label={t('intakes.safetyWords', { question: name })}
              placeholder={t(answer === 'not-asked' ? 'intakes.whyNotAsked' : 'intakes.inTheirWords')}
              value={words}
              onChange={(event) => change(question, { words: event.target.value })}
            />
          </div>
        )
      })}
      {isAnyYes && (
        <div className="sheet-part-line">
          <span className="sheet-lack">{t('intakes.danger')}</span>
          <Button size="small" onClick={() => openDialog({ kind: 'risk', studentId })}>
            {t('intakes.changeLevel')}
          </Button>
          <Button size="small" danger onClick={() => openDialog({ kind: 'crisis', studentId })}>
            {t('intakes.openCrisis')}
          </Button>
        </div>
      )}
    </SheetPart>
  )
}
