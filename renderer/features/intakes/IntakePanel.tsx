import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { SAFETY_QUESTIONS } from '#contract/case-tables'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { SavedAt } from '#ui/SavedAt'
import { Tag } from '#ui/Tag'
import { intakeQueries } from './queries.ts'

/** On the case's page: how far the intake is and what came of it. */
export function IntakePanel({ caseId }: { studentId: string; caseId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const mayWrite = useMayWrite()
  const { today } = useWorkplace()
  const { data: intake, error, refetch } = useQuery(intakeQueries.ofCase(caseId))
  const open = () => void navigate(paths.intake(caseId))
  if (error) return <ErrorState error={error} what={t('intakes.openFailed')} onRetry={() => void refetch()} />
  if (intake === undefined) return <Panel title={t('intakes.title')}>{null}</Panel>
  const isFinished = intake?.finishedAt != null
  const yes = isFinished ? SAFETY_QUESTIONS.filter((one) => intake.body.riskScreen[one].answer === 'yes') : []
  return (
    <Panel
      title={t('intakes.title')}
      extra={
        <>
          {isFinished && (
            <Tag tone="green">{t('intakes.finishedOn', { day: formatDate(intake.body.onDay, today) })}</Tag>
          )}
          {intake && !isFinished && (
            <>
              <Tag tone="amber">{t('intakes.draft')}</Tag>
              <SavedAt savedAt={intake.savedAt} />
            </>
          )}
        </>
      }
    >
      {intake ? (
        <div className="sheet-facts">
          {isFinished && <div className="sheet-part-read">{intake.body.conclusion}</div>}
          {yes.length > 0 && (
            <div>
              <Tag tone="red">
                {t('intakes.saidYes', {
                  what: yes.map((one) => t(`codes.safetyQuestions.${one}`)).join(t('intakes.comma')),
                })}
              </Tag>
            </div>
          )}
        </div>
      ) : (
        <p className="sheet-part-hint">{t('intakes.noneHint')}</p>
      )}
      <div className="sheet-part-line">
        {isFinished || !mayWrite ? (
          intake && (
            <Button size="small" onClick={open}>
              {t('intakes.look')}
            </Button>
          )
        ) : (
          <Button size="small" onClick={open}>
            {t(intake ? 'intakes.goOn' : 'intakes.begin')}
          </Button>
        )}
        {isFinished && may('prints.preview') && (
          <Button size="small" type="text" onClick={() => void navigate(paths.print('intake', caseId))}>
            {t('intakes.preview')}
          </Button>
        )}
      </div>
    </Panel>
  )
}
