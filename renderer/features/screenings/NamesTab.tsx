import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry, Round } from '#contract/screenings'
import { ENTRY_FILTERS, ENTRY_SORTS, type EntryFilter } from '#contract/screening-lists'
import { missingOf } from '#lib/round-numbers'
import { useSettled } from '#lib/use-settled'
import { Chips } from '#ui/Chips'
import { EntryList } from './EntryList.tsx'
import { MarkDialog, type Marking } from './MarkDialog.tsx'
import type { EntryQuestion } from './queries.ts'
import { useRoundView } from './round-view.ts'
import { SeenDialog } from './SeenDialog.tsx'

type Props = { round: Round; mayWrite: boolean }

/** Everybody the round is for, narrowed down by what has to be done next. */
export function NamesTab({ round, mayWrite }: Props) {
  const { t } = useTranslation()
  const { view, change } = useRoundView(round.id)
  const [seeing, setSeeing] = useState<Entry | null>(null)
  const [marking, setMarking] = useState<Marking | null>(null)
  const [classes, setClasses] = useState<readonly string[]>([])
  const { question } = view
  const text = useSettled(question.text, 250)
  const ask = (part: Partial<EntryQuestion>) => change({ question: { ...question, ...part }, at: 0 })
  const { counts } = round
  const sizes: Record<EntryFilter, number> = {
    all: counts.due,
    waiting: Math.max(0, counts.flagged - counts.seen - counts.declined),
    flagged: counts.flagged,
    critical: counts.critical,
    seen: counts.seen,
    missing: missingOf(counts),
    void: counts.void,
  }
  return (
    <>
      <div className="round-filter">
        <Chips
          label={t('screenings.names.show')}
          value={question.filter}
          options={ENTRY_FILTERS.map((filter) => ({
            value: filter,
            label: t('screenings.names.filterCount', { name: t(`screenings.filters.${filter}`), n: sizes[filter] }),
          }))}
          onChange={(filter) => ask({ filter })}
        />
        <Input
          allowClear
          className="round-find"
          aria-label={t('screenings.names.find')}
          placeholder={t('screenings.names.find')}
          maxLength={60}
          value={question.text}
          onChange={(event) => ask({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            document.querySelector<HTMLElement>('.entries [data-row="0"]')?.focus()
          }}
        />
        <Select
          allowClear
          showSearch
          className="round-class"
          aria-label={t('screenings.names.class')}
          placeholder={t('screenings.names.allClasses')}
          value={question.className}
          options={classes.map((name) => ({ value: name, label: name }))}
          onChange={(name?: string) => ask({ className: name ?? null })}
        />
        <Select
          className="round-sort"
          aria-label={t('screenings.names.sort')}
          value={question.sort}
          options={ENTRY_SORTS.map((sort) => ({ value: sort, label: t(`screenings.sorts.${sort}`) }))}
          onChange={(sort) => ask({ sort })}
        />
      </div>
      <EntryList
        key={JSON.stringify({ ...question, text })}
        round={round}
        question={{ ...question, text }}
        at={view.at}
        mayWrite={mayWrite}
        hasLeft={view.hasLeft}
        onAt={(at) => change({ at })}
        onLeft={(hasLeft) => change({ hasLeft })}
        onClasses={setClasses}
        onShowAll={() => ask({ filter: 'all', text: '', className: null })}
        onImport={() => change({ tab: 'import' })}
        onSee={setSeeing}
        onMark={setMarking}
      />
      {seeing && <SeenDialog key={seeing.studentId} entry={seeing} onClose={() => setSeeing(null)} />}
      {marking && <MarkDialog marking={marking} onClose={() => setMarking(null)} />}
    </>
  )
}
