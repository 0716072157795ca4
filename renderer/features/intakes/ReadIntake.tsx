import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { localOf } from '#contract/calendar'
import type { Case } from '#contract/cases'
import { SAFETY_QUESTIONS } from '#contract/case-tables'
import { INTAKE_PARTS } from '#contract/intake-parts'
import type { Intake } from '#contract/intakes'
import type { StudentHeader } from '#contract/students'
import { formatDate, formatMoment } from '#lib/format'
import { openDialog } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { CaseSheetStrip } from '#ui/CaseSheetStrip'
import { EmptyState } from '#ui/EmptyState'
import { SheetPart } from '#ui/SheetPart'
import { IntakeSide } from './IntakeSide.tsx'

type Props = { one: Case; header: StudentHeader; intake: Intake | null }

/** The intake as it stands: read and printed; what is finished is opened again only with a reason. */
export function ReadIntake({ one, header, intake }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const mayWrite = useMayWrite()
  if (!intake) return <EmptyState title={t('intakes.none')} />
  const { body } = intake
  return (
    <>
      <CaseSheetStrip header={header} what={t('intakes.title')} caseNo={one.no}>
        {mayWrite && intake.finishedAt && one.state === 'open' && (
          <Button onClick={() => openDialog({ kind: 'intake-reopening', studentId: one.studentId, caseId: one.id })}>
            {t('intakes.reopen')}
          </Button>
        )}
        <Button type="primary" onClick={() => void navigate(paths.print('intake', one.id))}>
          {t('intakes.preview')}
        </Button>
      </CaseSheetStrip>
      <div className="sheet-page">
        <article className="sheet-paper" aria-label={t('intakes.title')}>
          <SheetPart
            label={t('intakes.standing')}
            text={
              intake.finishedAt
                ? t('intakes.finishedBy', {
                    name: intake.writtenBy,
                    time: formatMoment(localOf(intake.finishedAt), today),
                  })
                : t('intakes.draftOf', { name: intake.writtenBy })
            }
          />
          <SheetPart
            label={t('intakes.methods')}
            text={[
              formatDate(body.onDay, today),
              body.methods.map((method) => t(`codes.intakeMethods.${method}`)).join(t('intakes.comma')),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
          {INTAKE_PARTS.filter((part) => part !== 'conclusion').map((part) => (
            <SheetPart key={part} label={t(`intakes.parts.${part}`)} text={body[part]} />
          ))}
          <SheetPart
            label={t('intakes.safety')}
            text={SAFETY_QUESTIONS.map((question) => {
              const { answer, words } = body.riskScreen[question]
              const said = `${t(`codes.safetyQuestions.${question}`)}${t('intakes.colon')}${t(`codes.safetyAnswers.${answer}`)}`
              return words.trim() ? `${said}${t('intakes.dot')}${words.trim()}` : said
            }).join('\n')}
          />
          <SheetPart label={t('intakes.parts.conclusion')} text={body.conclusion} />
        </article>
        <IntakeSide intake={intake} />
      </div>
    </>
  )
}
