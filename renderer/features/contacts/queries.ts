import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const contactQueries = {
  due: queryOptions({ queryKey: ['contacts', 'due'], queryFn: () => client.contacts.due({}) }),
  list: (from: string, to: string) =>
    queryOptions({ queryKey: ['contacts', 'list', from, to], queryFn: () => client.contacts.list({ from, to }) }),
  persons: (studentId: string) =>
    queryOptions({
      queryKey: ['contacts', 'persons', studentId],
      queryFn: () => client.contacts.persons({ studentId }),
      enabled: studentId !== '',
    }),
  ofStudent: (studentId: string) =>
    queryOptions({
      queryKey: ['contacts', 'student', studentId],
      queryFn: () => client.contacts.listByStudent({ studentId }),
      ...LOGGED,
    }),
  one: (contactId: string) =>
    queryOptions({
      queryKey: ['contacts', 'one', contactId],
      queryFn: () => client.contacts.get({ contactId }),
      ...LOGGED,
    }),
}
