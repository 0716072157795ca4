import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { localOf } from '#contract/calendar'
import type { Stage } from '#contract/stages'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWrite } from '#lib/use-write'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { stageQueries } from './queries.ts'

type About = { studentId: string; caseId: string }
const TONES = { draft: 'amber', finished: 'amber', delivered: 'green', skipped: 'plain' } as const

/** On the case's page: what was summed up, what of it went home, and what is to be written next. */
export function StagesPanel({ studentId, caseId }: About) {
  const { t } = useTranslation()
  const mayWrite = useMayWrite()
  const { today } = useWorkplace()
  const [isSkipping, setSkipping] = useState(false)
  const { data, error, refetch } = useQuery(stageQueries.ofCase(caseId))
  const { data: rules } = useQuery(stageQueries.rules)
  const skip = useWrite(client.stages.skip, { invalidates: ['stages'], onSuccess: () => setSkipping(false) })
  if (error) return <ErrorState error={error} what={t('stages.openFailed')} onRetry={() => void refetch()} />
  if (!data) return <Panel title={t('stages.title')}>{null}</Panel>
  const { stages, next } = data
  const isSkipped = stages[0]?.state === 'skipped'
  const isAsked =
    rules?.isOn === true && next !== null && !isSkipped && (stages.length === 0 || rules.repeatWeeks !== null)
  return (
    <Panel
      title={t('stages.title')}
      extra={
        isAsked && (
          <Tag tone={next.finishBy < today ? 'amber' : 'plain'}>
            {t(next.draftBy < today ? 'stages.finishBy' : 'stages.draftBy', {
              day: formatDate(next.draftBy < today ? next.finishBy : next.draftBy, today),
            })}
          </Tag>
        )
      }
    >
      {stages.length === 0 && <p className="sheet-part-hint">{t('stages.noneHint')}</p>}
      {stages.length > 0 && (
        <Rows label={t('stages.title')}>
          {stages.map((one) => (
            <StageRow key={one.id} one={one} caseId={caseId} />
          ))}
        </Rows>
      )}
      {mayWrite && next && (
        <div className="sheet-part-line">
          <Button size="small" onClick={() => openDialog({ kind: 'stage', studentId, caseId })}>
            {t(stages.length === 0 ? 'stages.begin' : 'stages.another', { n: next.stage })}
          </Button>
          {!isSkipped && (
            <Button size="small" type="text" onClick={() => setSkipping(true)}>
              {t('stages.skip')}
            </Button>
          )}
        </div>
      )}
      {isSkipping && next && (
        <ConfirmDialog
          title={t('stages.skipTitle')}
          verb={t('stages.skipVerb')}
          reasonLabel={t('stages.skipReason')}
          isBusy={skip.isPending}
          error={skip.error}
          onConfirm={(reason) =>
            skip.write({ id: crypto.randomUUID(), caseId, studentId, stage: draftOf(stages) ?? next.stage, reason })
          }
          onCancel={() => setSkipping(false)}
        />
      )}
    </Panel>
  )
}

/** What was begun goes with it. */
const draftOf = (stages: readonly Stage[]): number | undefined => stages.find(({ state }) => state === 'draft')?.stage

function StageRow({ one, caseId }: { one: Stage; caseId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const mayWrite = useMayWrite()
  const { today } = useWorkplace()
  const { id: stageId, studentId, state } = one
  const isFinished = state === 'finished' || state === 'delivered'
  const isForFamily = one.familyText !== ''
  const edit = () => openDialog({ kind: 'stage', studentId, caseId, stageId })
  const word = state === 'finished' && !isForFamily ? t('stages.filed') : t(`codes.stageStates.${state}`)
  const hint =
    state === 'delivered'
      ? [
          formatDate(one.deliveredOn ?? '', today),
          one.relation && t(`codes.relations.${one.relation}`),
          one.receiver,
          t(`codes.stageWays.${one.deliveredWay}`),
        ]
      : [formatDate(localOf(one.savedAt), today), one.by]
  return (
    <Row
      lead={<Tag tone={state === 'finished' && !isForFamily ? 'green' : TONES[state]}>{word}</Tag>}
      name={t('stages.nth', { n: one.stage })}
      hint={hint.filter(Boolean).join(' · ')}
      second={(state === 'skipped' ? one.skippedReason : one.text) || undefined}
      onOpen={mayWrite ? edit : undefined}
      verb={
        <>
          {isFinished && may('prints.preview') && (
            <Button size="small" type="text" onClick={() => void navigate(paths.print('stage', stageId))}>
              {t('stages.look')}
            </Button>
          )}
          {mayWrite && state === 'finished' && isForFamily && (
            <Button size="small" onClick={() => openDialog({ kind: 'stage-deliver', studentId, caseId, stageId })}>
              {t('stages.deliver')}
            </Button>
          )}
          {mayWrite && !isFinished && (
            <Button size="small" onClick={edit}>
              {t(state === 'skipped' ? 'stages.afterAll' : 'stages.goOn')}
            </Button>
          )}
        </>
      }
    />
  )
}
