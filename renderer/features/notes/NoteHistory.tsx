import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import { NOTE_PARTS } from '#contract/note-parts'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'
import { formatMoment } from '#lib/format'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { SheetDialog } from '#ui/SheetDialog'
import { SheetPart } from '#ui/SheetPart'

/** What stood in the note at earlier times. */
export function NoteHistory({ noteId }: { noteId: string }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <button type="button" className="note-link" onClick={() => setOpen(true)}>
        {t('notes.history')}
      </button>
      {isOpen && <Versions noteId={noteId} onClose={() => setOpen(false)} />}
    </div>
  )
}

const newestFirst = <V extends { version: number }>(versions: readonly V[]): V[] =>
  versions.toSorted((a, b) => b.version - a.version)

function Versions({ noteId, onClose }: { noteId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [at, setAt] = useState(0)
  const { data: versions, error } = useQuery({
    queryKey: ['notes', 'versions', noteId],
    queryFn: () => client.notes.versions({ noteId }),
    select: newestFirst,
    staleTime: 0,
    ...LOGGED,
  })
  const shown = versions?.[at]
  return (
    <SheetDialog title={t('notes.history')} width={860} onClose={onClose}>
      {error && <ErrorState error={error} />}
      {versions?.length === 0 && <EmptyState title={t('notes.noHistory')} hint={t('notes.historyHint')} />}
      {shown && (
        <div className="note-versions">
          <Rows label={t('notes.history')}>
            {versions.map((version, index) => (
              <Row
                key={version.version}
                name={formatMoment(localOf(version.savedAt))}
                hint={version.savedBy}
                isCurrent={index === at}
                onOpen={() => setAt(index)}
              />
            ))}
          </Rows>
          <div>
            {NOTE_PARTS.filter((part) => shown.body[part] !== '').map((part) => (
              <SheetPart key={part} label={t(`codes.noteParts.${part}`)} text={shown.body[part]} />
            ))}
          </div>
        </div>
      )}
    </SheetDialog>
  )
}
