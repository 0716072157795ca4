import './cases.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Lack, StageLine } from '#contract/case-course'
import { formatDate } from '#lib/format'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { caseQueries } from '#lib/case-queries'
import { useLackStep } from './use-lack-step.ts'

type About = { studentId: string; caseId: string }

/** How far the case has come, what is missing on its way, and the step that brings it. */
export function ProgressPanel({ studentId, caseId }: About) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(caseQueries.progress(caseId))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Panel title={t('cases.progress')}>{null}</Panel>
  const next = data.stages.findIndex(({ state }) => state === 'next')
  return (
    <Panel title={t('cases.progress')} className="case-progress">
      {data.openCrisisId !== null && <p className="case-crisis">{t('cases.inCrisis')}</p>}
      <ol className="case-stages">
        {data.stages.map((line, index) => (
          <Stage
            key={line.stage}
            line={line}
            // What comes after the next step is not asked for yet; the visits are, as soon as there are some.
            isAsked={index <= next || (line.stage === 'sessions' && line.on !== null)}
            isLater={data.openCrisisId !== null}
            about={{ studentId, caseId }}
          />
        ))}
      </ol>
    </Panel>
  )
}

type StageProps = { line: StageLine; isAsked: boolean; isLater: boolean; about: About }

function Stage({ line, isAsked, isLater, about }: StageProps) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { stage, state, on, lacks } = line
  return (
    <li className={`case-stage case-stage-${state}`} aria-current={state === 'next' ? 'step' : undefined}>
      <div className="case-stage-name">
        {t(`codes.caseStages.${stage}`)}
        <span className="case-stage-on">
          {state === 'done' ? (on ? formatDate(on, today) : t('cases.stageDone')) : null}
        </span>
      </div>
      {isAsked && lacks.length > 0 && (
        <ul className="case-lacks">
          {lacks.map((lack) => (
            <LackRow key={`${lack.what} ${lack.purpose}`} lack={lack} isLater={isLater} about={about} />
          ))}
        </ul>
      )}
    </li>
  )
}

function LackRow({ lack, isLater, about }: { lack: Lack; isLater: boolean; about: About }) {
  const { t } = useTranslation()
  const mayWrite = useMayWrite()
  const stepOf = useLackStep(about)
  const { what, purpose, isHard } = lack
  const thing =
    what === 'consent'
      ? t(`codes.consentKinds.${purpose ?? 'counseling'}`)
      : t(`cases.lacks.${what}`, { kind: t(`codes.consentKinds.${purpose ?? 'counseling'}`) })
  return (
    <li className={isHard && !isLater ? 'case-lack case-lack-hard' : 'case-lack'}>
      <span>
        {t(isLater && what !== 'crisis' ? 'cases.toCatchUp' : 'cases.stillToDo', { what: thing })}
        {isHard && <span className="case-must">{t('cases.must')}</span>}
      </span>
      {mayWrite && (
        <Button size="small" onClick={stepOf(lack)}>
          {t(`cases.steps.${what}`)}
        </Button>
      )}
    </li>
  )
}
