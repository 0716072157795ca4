import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import { client } from '#lib/client'
import { formatDate } from '#lib/format'
import { useMay } from '#lib/rights'
import { studentsFoundQuery } from '#lib/students-found'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Finder } from '#ui/Finder'
import { FormRow } from '#ui/FormRow'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'

type Draft = { other: { id: string; name: string } | null; reason: string }
const EMPTY: Draft = { other: null, reason: '' }

/** Whoever had better not meet this student at the door. */
export function ApartPanel({ studentId, caseId }: { studentId: string; caseId: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const mayWrite = useMayWrite()
  const { today } = useWorkplace()
  const [wantsToAdd, setAdding] = useState(false)
  const draft = useDraft('apart', caseId, EMPTY)
  const mayMark = may('appointments.markApart')
  const isAdding = mayMark && (wantsToAdd || draft.value.other !== null)
  const leave = () => {
    setAdding(false)
    void draft.discard().catch(() => undefined)
  }
  const { data: pairs = [] } = useQuery({
    queryKey: ['appointments', 'apart', studentId],
    queryFn: () => client.appointments.apartOf({ studentId }),
  })
  const end = useWrite(client.appointments.endApart, { invalidates: ['appointments'] })
  if (pairs.length === 0 && !mayMark) return null
  return (
    <Panel
      title={t('hours.apart.title')}
      extra={
        mayMark &&
        !isAdding && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('hours.apart.add')}
          </Button>
        )
      }
    >
      {pairs.length > 0 && (
        <Rows label={t('hours.apart.title')}>
          {pairs.map((pair) => (
            <Row
              key={pair.id}
              name={pair.otherName}
              hint={[
                pair.otherClass,
                t('hours.apart.markedBy', { name: pair.byName, day: formatDate(localOf(pair.at), today) }),
              ]
                .filter(Boolean)
                .join(' · ')}
              second={pair.reason}
              verb={
                mayMark &&
                mayWrite && (
                  <Button size="small" onClick={() => end.write({ apartId: pair.id, studentId })}>
                    {t('hours.apart.end')}
                  </Button>
                )
              }
            />
          ))}
        </Rows>
      )}
      {pairs.length === 0 && !isAdding && <p className="setting-hint">{t('hours.apart.empty')}</p>}
      {isAdding && <MarkApart studentId={studentId} draft={draft} onDone={leave} />}
      {end.error && <ErrorState error={end.error} what={t('hours.notSaved')} />}
    </Panel>
  )
}

type Marking = { studentId: string; draft: ReturnType<typeof useDraft<Draft>>; onDone: () => void }

function MarkApart({ studentId, draft, onDone }: Marking) {
  const { t } = useTranslation()
  const reasonId = useId()
  const [id] = useState(() => crypto.randomUUID())
  const [text, setText] = useState('')
  const { other, reason } = draft.value
  const { data: hits = [], isFetching } = useQuery(studentsFoundQuery(text))
  const mark = useWrite(client.appointments.markApart, { invalidates: ['appointments'], onSuccess: onDone })
  const found = text.trim() === '' ? [] : hits.filter((hit) => hit.id !== studentId)
  if (!other)
    return (
      <Finder
        label={t('hours.apart.who')}
        placeholder={t('hours.apart.whoHint')}
        isLooking={isFetching}
        findings={found.map((hit) => ({ key: hit.id, name: hit.name, hint: hit.className ?? hit.grade }))}
        onText={setText}
        onPick={(key) => {
          const hit = hits.find(({ id: found }) => found === key)
          if (hit) draft.change({ other: { id: hit.id, name: hit.name } })
        }}
      />
    )
  return (
    <>
      <FormRow label={t('hours.apart.from')}>
        <strong>{other.name}</strong>
      </FormRow>
      <FormRow label={t('hours.apart.why')} htmlFor={reasonId} hint={t('hours.apart.whyHint')}>
        <div className="form-row-line">
          <Input
            id={reasonId}
            autoFocus
            maxLength={200}
            value={reason}
            onChange={(event) => draft.change({ reason: event.target.value })}
          />
          <Button
            disabled={reason.trim() === ''}
            loading={mark.isPending}
            onClick={() => mark.write({ id, studentId, otherId: other.id, reason: reason.trim() })}
          >
            {t('hours.apart.mark')}
          </Button>
          <Button type="text" onClick={onDone}>
            {t('hours.apart.leave')}
          </Button>
        </div>
      </FormRow>
      {mark.error && (
        <ErrorState
          error={mark.error}
          what={t(mark.error.data.reason === 'already-apart' ? 'hours.apart.already' : 'hours.notSaved')}
          isTextSafe
        />
      )}
    </>
  )
}
