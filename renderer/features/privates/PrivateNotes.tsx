import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { PrivateNote } from '#contract/privates'
import { formatMoment } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { LeftBehind } from './LeftBehind.tsx'
import { SealedField } from './SealedField.tsx'

type Props = { studentId: string; visitId: string | null; notes: readonly PrivateNote[] }

/** Beside a note: the one of this visit, ready for the caret. On the student's page: all of one's own, newest first. */
export function PrivateNotes({ studentId, visitId, notes }: Props) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const [newId] = useState(() => crypto.randomUUID())
  const [isAdding, setAdding] = useState(false)
  const ofVisit = visitId === null ? undefined : notes.find((one) => one.visitId === visitId && one.text !== null)
  const others = notes.filter((one) => one !== ofVisit)
  return (
    <>
      {visitId !== null && (
        <SealedField
          // A note that has gone after its visit takes its text along.
          key={ofVisit?.id ?? newId}
          hasFocus
          id={ofVisit?.id ?? newId}
          studentId={studentId}
          visitId={visitId}
          note={ofVisit ?? null}
        />
      )}
      {ofVisit?.isLeftBehind && <LeftBehind note={ofVisit} />}
      {visitId === null && notes.length === 0 && !isAdding && <p className="privates-empty">{t('privates.empty')}</p>}
      {visitId === null &&
        (isAdding ? (
          <SealedField hasFocus id={newId} studentId={studentId} visitId={null} note={null} />
        ) : (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('privates.add')}
          </Button>
        ))}
      {others.length > 0 && (
        <ol className="privates-list" aria-label={t('privates.earlier')}>
          {others.map((one) => (
            <li key={one.id}>
              <time dateTime={one.createdAt}>{formatMoment(localOf(one.createdAt), today)}</time>
              {one.text === null ? (
                <p className="privates-lost">{t('privates.otherKey')}</p>
              ) : visitId === null ? (
                <SealedField id={one.id} studentId={studentId} visitId={one.visitId} note={one} />
              ) : (
                <p className="privates-read">{one.text}</p>
              )}
              {one.isLeftBehind && <LeftBehind note={one} />}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
