import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeldCase } from '#contract/accounts'
import { client } from '#lib/client'
import { formatDate } from '#lib/format'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { RiskTag } from '#ui/RiskTag'
import { SheetDialog } from '#ui/SheetDialog'
import { accountQueries } from './queries.ts'
import { useRefusal } from './use-refusal.ts'

const EMPTY = { note: '' }
type Props = {
  person: { id: string; name: string }
  /** She is leaving: all of them have to find somebody. */
  isLeaving?: boolean
  onDone: () => void
  onClose: () => void
}

/** Which cases go to whom, with a note for the colleague. Private process notes stay with their author. */
export function HandOver({ person, isLeaving = false, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const refusal = useRefusal()
  const { accounts } = useWorkplace()
  const { data: cases, error: readError, refetch } = useQuery(accountQueries.heldCases(person.id))
  const [left, setLeft] = useState<readonly string[]>([])
  const [toId, setToId] = useState<string | null>(null)
  const draft = useDraft('hand-over', person.id, EMPTY)
  const { note } = draft.value
  const others = accounts.filter(({ id: other, roles }) => other !== person.id && roles.includes('counselor'))
  const chosen = (cases ?? []).filter(({ caseId }) => !left.includes(caseId))
  const { write, isPending, error } = useWrite(client.accounts.handOver, {
    invalidates: ['accounts', 'cases', 'students', 'visits'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      if (left.length === 0) onDone()
      else {
        setLeft([])
        void refetch()
      }
    },
  })
  const missing =
    others.length === 0
      ? t('accounts.handOver.nobody')
      : chosen.length === 0
        ? t('accounts.handOver.lacksCase')
        : toId === null
          ? t('accounts.handOver.lacksTo')
          : note.trim() === ''
            ? t('accounts.handOver.lacksNote')
            : undefined
  return (
    <SheetDialog
      title={t('accounts.handOver.title', { name: person.name })}
      width={760}
      verb={t('accounts.handOver.verb', { n: chosen.length })}
      isBusy={isPending}
      isDisabled={missing !== undefined || cases?.length === 0}
      foot={cases?.length === 0 ? undefined : (missing ?? t('accounts.handOver.private'))}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onSubmit={() => toId && write({ caseIds: chosen.map(({ caseId }) => caseId), toId, note: note.trim() })}
      onClose={onClose}
    >
      {isLeaving && <p className="account-lead">{t('accounts.handOver.first', { name: person.name })}</p>}
      {readError && <ErrorState error={readError} onRetry={() => void refetch()} />}
      {!cases && !readError && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      {cases?.length === 0 && <EmptyState title={t('accounts.handOver.empty')} />}
      {cases && cases.length > 0 && (
        <>
          <FormRow
            label={t('accounts.handOver.cases')}
            hint={t('accounts.handOver.count', { n: chosen.length, all: cases.length })}
          >
            <div className="held-cases">
              <Checkbox
                checked={chosen.length === cases.length}
                indeterminate={chosen.length > 0 && chosen.length < cases.length}
                onChange={({ target }) => setLeft(target.checked ? [] : cases.map(({ caseId }) => caseId))}
              >
                {t('accounts.handOver.all')}
              </Checkbox>
              {cases.map((line) => (
                <HeldCaseLine
                  key={line.caseId}
                  line={line}
                  isChosen={!left.includes(line.caseId)}
                  onChoose={(isChosen) =>
                    setLeft(isChosen ? left.filter((one) => one !== line.caseId) : [...left, line.caseId])
                  }
                />
              ))}
            </div>
          </FormRow>
          <FormRow label={t('accounts.handOver.to')}>
            <Chips
              label={t('accounts.handOver.to')}
              options={others.map((one) => ({ value: one.id, label: one.name }))}
              value={toId}
              onChange={setToId}
            />
          </FormRow>
          <FormRow label={t('accounts.handOver.note')} htmlFor={id} hint={t('accounts.handOver.noteHint')}>
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 3, maxRows: 8 }}
              maxLength={4000}
              value={note}
              onChange={(event) => draft.change({ note: event.target.value })}
            />
          </FormRow>
        </>
      )}
      {error && <ErrorState error={error} what={refusal(error) ?? t('accounts.handOver.failed')} isTextSafe />}
    </SheetDialog>
  )
}

type LineProps = { line: HeldCase; isChosen: boolean; onChoose: (isChosen: boolean) => void }

function HeldCaseLine({ line, isChosen, onChoose }: LineProps) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  return (
    <Checkbox checked={isChosen} onChange={({ target }) => onChoose(target.checked)}>
      <b>{line.studentName}</b>
      <span className="held-case-facts">
        {[
          line.className,
          line.no,
          line.lastVisitOn && t('accounts.handOver.lastVisit', { day: formatDate(line.lastVisitOn, today) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <RiskTag rank={line.riskRank} />
    </Checkbox>
  )
}
