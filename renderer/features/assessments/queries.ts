import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { TestState } from '#contract/code-tables'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const PAGE_SIZE = 50
export type RecordFilter = { state: TestState | null; instrumentId: string | null }

export const assessmentQueries = {
  one: (assessmentId: string) =>
    queryOptions({
      queryKey: ['assessments', 'one', assessmentId],
      queryFn: () => client.assessments.get({ assessmentId }),
      staleTime: Infinity,
      gcTime: 0,
      ...LOGGED,
    }),
  list: (filter: RecordFilter, page: number) =>
    queryOptions({
      queryKey: ['assessments', 'list', filter, page],
      queryFn: () => client.assessments.list({ ...filter, offset: page * PAGE_SIZE, limit: PAGE_SIZE }),
      placeholderData: keepPreviousData,
    }),
  tasks: () => queryOptions({ queryKey: ['assessments', 'tasks'], queryFn: () => client.assessments.tasks({}) }),
  waiting: () => queryOptions({ queryKey: ['assessments', 'waiting'], queryFn: () => client.assessments.waiting({}) }),
  course: (studentId: string, instrumentId: string) =>
    queryOptions({
      queryKey: ['assessments', 'course', studentId, instrumentId],
      queryFn: () => client.assessments.course({ studentId, instrumentId }),
    }),
  instruments: () => queryOptions({ queryKey: ['instruments', 'list'], queryFn: () => client.instruments.list({}) }),
}
