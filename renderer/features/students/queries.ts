import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const PAGE_SIZE = 100
export type StudentFilter = { text: string; grade: string | null; className: string | null; known: boolean }

export const studentQueries = {
  list: (filter: StudentFilter, page: number) =>
    queryOptions({
      queryKey: ['students', 'list', filter, page],
      queryFn: () => client.students.list({ ...filter, offset: page * PAGE_SIZE, limit: PAGE_SIZE }),
      placeholderData: keepPreviousData,
    }),
  tests: (studentId: string) =>
    queryOptions({
      queryKey: ['assessments', 'of-student', studentId],
      queryFn: () => client.assessments.listByStudent({ studentId }),
    }),
  course: (studentId: string, instrumentId: string) =>
    queryOptions({
      queryKey: ['assessments', 'course', studentId, instrumentId],
      queryFn: () => client.assessments.course({ studentId, instrumentId }),
    }),
  timeline: (studentId: string, limit: number) =>
    queryOptions({
      queryKey: ['students', 'timeline', studentId, limit],
      queryFn: () => client.students.timeline({ studentId, limit }),
      ...LOGGED,
    }),
}
