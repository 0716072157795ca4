import './stages.css'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EMPTY_STAGE } from '#contract/stage-parts'
import type { Stage } from '#contract/stages'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { WordingHints } from '#ui/WordingHints'
import { FamilyRows } from './FamilyRows.tsx'
import { stageQueries } from './queries.ts'
import { beyondOf, fieldsOfStage, lackOf, linesOfGoals } from './stage-form.ts'

/** 阶段小结: begins the next one, or goes on with the one that is there. */
export function StageDialog(props: DialogProps<DialogOf<'stage'>>) {
  const { t } = useTranslation()
  const { caseId, stageId } = props.request
  const { data, error } = useQuery(stageQueries.ofCase(caseId))
  if (error) return <ErrorState error={error} what={t('stages.openFailed')} />
  if (!data) return null
  const one = data.stages.find(({ id }) => id === stageId)
  const stage = one?.stage ?? data.next?.stage
  return stage === undefined ? null : <StageSheet key={stage} {...props} one={one} stage={stage} />
}

type Props = DialogProps<DialogOf<'stage'>> & { one: Stage | undefined; stage: number }
function StageSheet({ request, onClose, one, stage }: Props) {
  const { t } = useTranslation()
  const ids = useId()
  const { studentId, caseId } = request
  const { who } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const [empty] = useState(() => (one ? fieldsOfStage(one) : EMPTY_STAGE))
  const draft = useDraft(one ? 'stage-text' : 'stage', one?.id ?? caseId, empty)
  const fields = draft.value
  const { data } = useQuery(stageQueries.ofCase(caseId))
  const { data: around } = useQuery(stageQueries.persons(studentId))
  const { data: goals = [] } = useQuery(stageQueries.goals(caseId))
  const persons = { persons: around?.persons ?? [], declined: data?.declined ?? [] }
  const done = {
    invalidates: ['stages', 'students', 'revisions'] as const,
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  }
  const written = useWrite(client.stages.write, done)
  const changed = useWrite(client.stages.change, done)
  const error = written.error ?? changed.error
  const isBusy = written.isPending || changed.isPending
  const isFinished = one?.state === 'finished' || one?.state === 'delivered'
  const save = (finish: boolean) =>
    one
      ? changed.write({ stageId: one.id, studentId, fields, isFinished: finish })
      : written.write({ id, caseId, studentId, stage, fields, isFinished: finish })
  const lack = lackOf(fields, beyondOf(fields, persons).length > 0)
  return (
    <SheetDialog
      title={t('stages.nth', { n: stage })}
      who={who}
      width={880}
      verb={t(isFinished ? 'stages.save' : 'stages.finish')}
      isBusy={isBusy}
      isDisabled={lack !== null || !draft.isReady || !around}
      foot={lack ? t(`stages.lacks.${lack}`) : undefined}
      extra={
        <>
          {one && <EarlierButton record="stage" recordId={one.id} studentId={studentId} />}
          {!isFinished && (
            <Button disabled={isBusy || !draft.isReady} onClick={() => save(false)}>
              {t('stages.keepDraft')}
            </Button>
          )}
        </>
      }
      onSubmit={() => save(true)}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow
        label={t('stages.text')}
        htmlFor={`${ids}-text`}
        hint={
          <>
            <WordingHints text={fields.text} />
            {goals.length > 0 && fields.text.trim() === '' && (
              <Button size="small" onClick={() => draft.change({ text: linesOfGoals(goals) })}>
                {t('stages.fromGoals')}
              </Button>
            )}
          </>
        }
      >
        <Input.TextArea
          id={`${ids}-text`}
          autoFocus
          autoSize={{ minRows: 4, maxRows: 10 }}
          maxLength={6000}
          placeholder={t('stages.textHint')}
          value={fields.text}
          onChange={(event) => draft.change({ text: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('stages.nextSteps')} htmlFor={`${ids}-next`} hint={<WordingHints text={fields.nextSteps} />}>
        <Input.TextArea
          id={`${ids}-next`}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={4000}
          value={fields.nextSteps}
          onChange={(event) => draft.change({ nextSteps: event.target.value })}
        />
      </FormRow>
      <div className="stage-family">
        <FamilyRows fields={fields} around={persons} onChange={draft.change} />
      </div>
      {error && <ErrorState error={error} what={t('stages.failed')} isTextSafe />}
    </SheetDialog>
  )
}
