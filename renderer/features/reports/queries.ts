import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { RegisterSection } from '#contract/report-sections'
import type { ReportSection } from '#contract/reports'
import { client } from '#lib/client'
import type { Period } from './periods.ts'

export type Measure = 'persons' | 'visits'
export type Chosen = { section: ReportSection; key: string; measure: Measure }
/** A number whose records are shown beside it; those of a screening stand in its round, those of a register there. */
export type Behind = Chosen & { section: Exclude<ReportSection, 'screening' | RegisterSection> }

export const reportQueries = {
  termly: ({ from, to }: Period) =>
    queryOptions({
      queryKey: ['reports', 'termly', from, to],
      queryFn: () => client.reports.termly({ from, to }),
      placeholderData: keepPreviousData,
      enabled: from <= to,
    }),
  /** Each look is recorded, so one drawer asks once. */
  records: ({ from, to }: Period, { section, key, measure }: Behind) =>
    queryOptions({
      queryKey: ['reports', 'records', from, to, section, key, measure],
      queryFn: () => client.reports.records({ from, to, section, key, measure }),
      staleTime: Infinity,
      gcTime: 0,
    }),
}
