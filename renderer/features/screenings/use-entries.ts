import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { Entry } from '#contract/screenings'
import { pagesOf, type RowWindow } from '#lib/row-window'
import { ENTRY_PAGE, screeningQueries, type EntryQuestion } from './queries.ts'

/** The rows of a long list as far as they are looked at. Totals of the former question stand until the new answer is there. */
export const useEntries = (roundId: string, question: EntryQuestion, shown: RowWindow) => {
  const pages = pagesOf(shown, ENTRY_PAGE)
  const answers = useQueries({ queries: pages.map((page) => screeningQueries.entries(roundId, question, page)) })
  const head = answers[0]?.data
  const [known, setKnown] = useState(head)
  if (head && head !== known) setKnown(head)
  const failed = answers.find(({ error }) => error)
  const rowAt = (index: number): Entry | undefined =>
    answers[pages.indexOf(Math.floor(index / ENTRY_PAGE))]?.data?.rows[index % ENTRY_PAGE]
  return {
    total: head?.total ?? known?.total ?? null,
    classes: head?.classes ?? known?.classes ?? [],
    rowAt,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  }
}
