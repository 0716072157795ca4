import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'

/** Students by name, pinyin, initials, number or class, best first. */
export const studentsFoundQuery = (text: string) =>
  queryOptions({
    queryKey: ['students', 'find', text],
    queryFn: () => client.students.find({ text, limit: 8 }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
  })
