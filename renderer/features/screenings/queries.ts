import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ResultMapping, Slots } from '#contract/screenings'
import type { EntryFilter, EntrySort } from '#contract/screening-lists'
import type { Language } from '#contract/vault'
import { client } from '#lib/client'
import { readOwnWorkbook } from '#lib/own-workbook'
import { LOGGED } from '#lib/query'

export const ENTRY_PAGE = 200
export type EntryQuestion = { filter: EntryFilter; text: string; className: string | null; sort: EntrySort }

export const screeningQueries = {
  list: () => queryOptions({ queryKey: ['screenings', 'list'], queryFn: () => client.screenings.list({}) }),
  round: (roundId: string) =>
    queryOptions({ queryKey: ['screenings', 'round', roundId], queryFn: () => client.screenings.get({ roundId }) }),
  /** One page of the list of names. Each look is recorded, so a page is asked for once while it holds. */
  entries: (roundId: string, question: EntryQuestion, page: number) =>
    queryOptions({
      ...LOGGED,
      queryKey: ['screenings', 'entries', roundId, question, page],
      queryFn: () => client.screenings.entries({ roundId, ...question, offset: page * ENTRY_PAGE, limit: ENTRY_PAGE }),
      staleTime: 60_000,
    }),
  preview: (roundId: string, fileId: string, mapping: ResultMapping, accepted: number[]) =>
    queryOptions({
      queryKey: ['screenings', 'preview', roundId, fileId, mapping, accepted],
      queryFn: () => client.screenings.preview({ roundId, fileId, mapping, accepted }),
      placeholderData: keepPreviousData,
      staleTime: Infinity,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
  deal: (roundId: string, slots: Slots) =>
    queryOptions({
      queryKey: ['screenings', 'deal', roundId, slots],
      queryFn: () => client.screenings.deal({ roundId, slots }),
      gcTime: 0,
    }),
  summary: (roundId: string, hideBelow: number) =>
    queryOptions({
      queryKey: ['screenings', 'summary', roundId, hideBelow],
      queryFn: () => client.screenings.summary({ roundId, hideBelow }),
      placeholderData: keepPreviousData,
    }),
  /** The finished file and what stands in it. Making one is recorded, so it is made once for each choice. */
  file: (roundId: string, what: 'bureau' | 'summary', language: Language, hideBelow: number) =>
    queryOptions({
      queryKey: ['screenings', 'file', roundId, what, language, hideBelow],
      queryFn: async () => {
        const made = await client.screenings.exportFile({ roundId, what, language, hideBelow })
        return { ...made, sheets: await readOwnWorkbook(made.content) }
      },
      staleTime: Infinity,
      gcTime: 0,
      retry: false,
      refetchOnWindowFocus: false,
    }),
  /** Which of the library I may start, and what an instrument measures. */
  instruments: () => queryOptions({ queryKey: ['instruments', 'list'], queryFn: () => client.instruments.list({}) }),
  instrument: (instrumentId: string) =>
    queryOptions({
      queryKey: ['instruments', 'file', instrumentId],
      queryFn: () => client.instruments.get({ instrumentId }),
      enabled: instrumentId !== '',
    }),
}
