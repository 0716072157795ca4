import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { NotePart } from '#contract/note-parts'
import type { Note, NoteBody } from '#contract/notes'
import { client } from '#lib/client'
import { formatMoment } from '#lib/format'
import { queryClient } from '#lib/query'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'
import { differingParts, joined } from './note-text.ts'

type Choice = 'both' | 'mine' | 'theirs'
type Props = {
  mine: NoteBody
  other: Note
  visitId: string
  onSettle: (chosen: NoteBody) => void
  /** The note was signed elsewhere: nothing more can be saved into it. */
  onGiveUp: () => void
}

/** The note was changed in another place: both texts are shown and a person chooses. Both are kept unless told otherwise. */
export function NoteConflict({ mine, other, visitId, onSettle, onGiveUp }: Props) {
  const { t } = useTranslation()
  const [choices, setChoices] = useState<Partial<Record<NotePart, Choice>>>({})
  const [error, setError] = useState<unknown>(null)
  const parts = differingParts(mine, other.body)
  const isSigned = other.state === 'signed'
  const textOf = (part: NotePart): string => {
    const choice = choices[part] ?? 'both'
    return choice === 'mine'
      ? mine[part]
      : choice === 'theirs'
        ? other.body[part]
        : joined(mine[part], other.body[part])
  }
  const settle = () => onSettle({ ...mine, ...Object.fromEntries(parts.map((part) => [part, textOf(part)])) })

  /** What was typed here becomes the draft of an addendum. */
  const keepAsAddendum = async () => {
    const text = parts
      .filter((part) => mine[part].trim() !== '')
      .map((part) => `${t(`codes.noteParts.${part}`)}：${mine[part]}`)
      .join('\n')
    try {
      await client.drafts.save({
        form: 'addendum',
        subjectId: visitId,
        body: JSON.stringify({ text }),
        requestId: crypto.randomUUID(),
      })
      onGiveUp()
      await queryClient.invalidateQueries({ queryKey: ['notes'] })
    } catch (failure) {
      setError(failure)
    }
  }

  return (
    <SheetDialog
      title={t(isSigned ? 'notes.signedElsewhere' : 'notes.movedOn')}
      width={860}
      verb={t(isSigned ? 'notes.keepAsAddendum' : 'notes.takeThis')}
      onSubmit={isSigned ? () => void keepAsAddendum() : settle}
    >
      <p className="sheet-part-hint">
        {t(isSigned ? 'notes.signedElsewhereHint' : 'notes.movedOnHint', {
          time: formatMoment(localOf(other.savedAt)),
        })}
      </p>
      {parts.map((part) => (
        <section key={part}>
          <div className="note-both">
            <div>
              <b>{t('notes.mine', { part: t(`codes.noteParts.${part}`) })}</b>
              {mine[part]}
            </div>
            <div>
              <b>{t('notes.theirs', { part: t(`codes.noteParts.${part}`) })}</b>
              {other.body[part]}
            </div>
          </div>
          {!isSigned && (
            <Chips
              label={t('notes.choose')}
              value={choices[part] ?? 'both'}
              options={(['both', 'mine', 'theirs'] as const).map((value) => ({
                value,
                label: t(`notes.choices.${value}`),
              }))}
              onChange={(choice) => setChoices({ ...choices, [part]: choice })}
            />
          )}
        </section>
      ))}
      {error !== null && <ErrorState error={error} isTextSafe />}
    </SheetDialog>
  )
}
