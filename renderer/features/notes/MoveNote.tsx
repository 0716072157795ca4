import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AppError } from '#contract/errors'
import type { StudentHit } from '#contract/students'
import { client } from '#lib/client'
import { formatMoment } from '#lib/format'
import { paths } from '#lib/paths'
import { useWho } from '#lib/student-header'
import { studentsFoundQuery } from '#lib/students-found'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Finder } from '#ui/Finder'
import { FormRow } from '#ui/FormRow'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { SheetDialog } from '#ui/SheetDialog'

type Props = {
  noteId: string
  studentId: string
  /** The text as it stands is in the vault. */
  beforeMoving?: () => Promise<void>
  onMoved?: () => void
  onClose: () => void
}

/** A note that was written in the wrong child's file: whose it is, which visit, and why it moves. */
export function MoveNote({ noteId, studentId, beforeMoving, onMoved, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { who } = useWho(studentId)
  const [found, setFound] = useState<StudentHit | null>(null)
  const [toVisitId, setToVisitId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [takes, setTakes] = useState({ takesMarksBack: true, takesPrivatesAlong: true })
  const move = useWrite(client.notes.move, {
    invalidates: ['notes', 'visits', 'students', 'plans', 'cases', 'privates'],
  })
  const lacks = !found ? 'lacksStudent' : !toVisitId ? 'lacksVisit' : reason.trim().length < 2 ? 'lacksReason' : null
  const send = async () => {
    if (!found || !toVisitId) return
    await beforeMoving?.()
    await move.writeAsync({ noteId, studentId, toVisitId, toStudentId: found.id, reason: reason.trim(), ...takes })
    onMoved?.()
    onClose()
    void navigate(paths.note(toVisitId))
  }
  return (
    <SheetDialog
      title={t('notes.moveTitle')}
      who={who}
      width={620}
      verb={t('notes.moveVerb')}
      isBusy={move.isPending}
      isDisabled={lacks !== null}
      foot={lacks && t(`notes.move.${lacks}`)}
      onSubmit={() => void send().catch(() => undefined)}
      onClose={onClose}
    >
      {found ? (
        <ChosenStudent found={found} toVisitId={toVisitId} onVisit={setToVisitId} />
      ) : (
        <FindOwner onFound={setFound} />
      )}
      {found && (
        <Beside
          noteId={noteId}
          own={who?.name ?? ''}
          isOther={found.id !== studentId}
          takes={takes}
          onChange={(part) => setTakes({ ...takes, ...part })}
        />
      )}
      {found && (
        <FormRow label={t('notes.moveReason')} hint={t('notes.moveReasonHint')} htmlFor="move-reason">
          <Input id="move-reason" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        </FormRow>
      )}
      {move.error && <ErrorState error={move.error} what={whatOf(move.error)} isTextSafe />}
    </SheetDialog>
  )

  function whatOf({ data }: AppError): string {
    return t(
      data.reason === 'not-yours'
        ? 'notes.move.notYours'
        : data.reason === 'has-note'
          ? 'notes.move.hasNote'
          : 'notes.move.failed',
    )
  }
}

function FindOwner({ onFound }: { onFound: (student: StudentHit) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { data: hits = [], isFetching } = useQuery(studentsFoundQuery(text))
  return (
    <Finder
      isLooking={isFetching}
      label={t('notes.moveTo')}
      placeholder={t('notes.moveTo')}
      onText={setText}
      findings={(text.trim() === '' ? [] : hits).map((hit) => ({
        key: hit.id,
        name: hit.name,
        hint: [hit.className ?? hit.grade, hit.studentNo].filter(Boolean).join(' · '),
      }))}
      onPick={(key) => {
        const hit = hits.find(({ id }) => id === key)
        if (hit) onFound(hit)
      }}
    />
  )
}

type Chosen = { found: StudentHit; toVisitId: string | null; onVisit: (visitId: string) => void }
function ChosenStudent({ found, toVisitId, onVisit }: Chosen) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { data: visits, error } = useQuery({
    queryKey: ['notes', 'open-visits', found.id],
    queryFn: () => client.notes.openVisits({ studentId: found.id }),
    staleTime: 0,
  })
  return (
    <FormRow label={t('notes.moveTo')}>
      <strong>{[found.name, found.className ?? found.grade].filter(Boolean).join(' · ')}</strong>
      {error && <ErrorState error={error} what={t('notes.move.notYours')} />}
      {visits?.length === 0 && <EmptyState title={t('notes.move.noVisit')} hint={t('notes.move.noVisitHint')} />}
      <Rows label={t('notes.moveVisits')}>
        {visits?.map((visit) => (
          <Row
            key={visit.visitId}
            name={formatMoment(visit.arrivedAt, today)}
            hint={t('notes.ordinal', { count: visit.ordinal, n: visit.ordinal })}
            isCurrent={visit.visitId === toVisitId}
            onOpen={() => onVisit(visit.visitId)}
          />
        ))}
      </Rows>
    </FormRow>
  )
}

type Takes = { takesMarksBack: boolean; takesPrivatesAlong: boolean }
type BesideProps = {
  noteId: string
  own: string
  isOther: boolean
  takes: Takes
  onChange: (part: Partial<Takes>) => void
}
/** Goal marks and private notes of the visit that the note leaves: what becomes of them. */
function Beside({ noteId, own, isOther, takes, onChange }: BesideProps) {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['notes', 'beside', noteId],
    queryFn: () => client.notes.beside({ noteId }),
    staleTime: 0,
  })
  const marks = isOther ? (data?.marks ?? []) : []
  const count = data?.privates ?? 0
  if (marks.length === 0 && count === 0) return null
  return (
    <FormRow label={t('notes.moveBeside')}>
      {marks.length > 0 && (
        <div>
          <Checkbox
            checked={takes.takesMarksBack}
            onChange={(event) => onChange({ takesMarksBack: event.target.checked })}
          >
            {t('notes.marksBack')}
          </Checkbox>
          <p className="field-hint">
            {t('notes.marksBackHint', {
              own,
              marks: marks.map(({ goal, score }) => `${goal} ${score}`).join(t('notes.comma')),
            })}
          </p>
        </div>
      )}
      {count > 0 && (
        <div>
          <Checkbox
            checked={takes.takesPrivatesAlong}
            onChange={(event) => onChange({ takesPrivatesAlong: event.target.checked })}
          >
            {t('notes.privatesAlong', { count })}
          </Checkbox>
          <p className="field-hint">{t('notes.privatesAlongHint')}</p>
        </div>
      )}
    </FormRow>
  )
}
