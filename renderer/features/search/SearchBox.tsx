import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'
import { studentsFoundQuery } from '#lib/students-found'
import { useHeldEnter } from '#lib/use-held-enter'
import { ErrorState } from '#ui/ErrorState'
import { Kbd } from '#ui/Kbd'
import { SearchRow } from './SearchRow.tsx'
import { useFinds } from './use-finds.tsx'

type Props = { pages: readonly { path: string; name: string }[]; onClose: () => void }

export function SearchBox({ pages, onClose }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  /** What the notes were last asked for; looking into notes is recorded, so it happens on request only. */
  const [noteText, setNoteText] = useState('')
  const people = useQuery(studentsFoundQuery(text))
  const notes = useQuery({
    queryKey: ['notes', 'search', noteText],
    queryFn: () => client.notes.search({ text: noteText, limit: 12 }),
    enabled: noteText !== '',
    ...LOGGED,
  })
  const finds = useFinds({
    text: text.trim(),
    people: text.trim() ? people.data : [],
    notes: noteText === text.trim() ? notes.data : undefined,
    pages,
    onLookIntoNotes: () => setNoteText(text.trim()),
    onClose,
  })
  const here = Math.min(at, finds.length - 1)
  const enter = useHeldEnter(people.isFetching, () => finds[here]?.run())

  const walk = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((here + step + finds.length) % Math.max(finds.length, 1))
    else if (event.key === 'Enter') enter.press()
    else return
    event.preventDefault()
  }

  return (
    <>
      <input
        className="search-input"
        role="combobox"
        aria-label={t('frame.search')}
        aria-expanded={finds.length > 0}
        aria-controls={id}
        aria-activedescendant={finds[here] && `${id}-${finds[here].key}`}
        placeholder={t('search.placeholder')}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          enter.forget()
        }}
        onKeyDown={walk}
      />
      {people.error && <ErrorState error={people.error} what={t('search.failed')} />}
      {notes.error && <ErrorState error={notes.error} what={t('search.failed')} />}
      <div className="search-list" id={id} role="listbox" aria-label={t('frame.search')}>
        {finds.map((find, index) => (
          <SearchRow
            key={find.key}
            id={`${id}-${find.key}`}
            find={find}
            heading={find.group === finds[index - 1]?.group ? undefined : t(`search.groups.${find.group}`)}
            isHere={index === here}
            onPoint={() => setAt(index)}
          />
        ))}
      </div>
      <div className="search-foot">
        <Kbd keys="↑ ↓" /> {t('search.move')}
        <Kbd keys="⏎" /> {t('search.open')}
        <Kbd keys="Esc" /> {t('search.close')}
      </div>
    </>
  )
}
