import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const instrumentQueries = {
  list: () => queryOptions({ queryKey: ['instruments', 'list'], queryFn: () => client.instruments.list({}) }),
  file: (instrumentId: string) =>
    queryOptions({
      queryKey: ['instruments', 'file', instrumentId],
      queryFn: () => client.instruments.get({ instrumentId }),
    }),
  competences: (instrumentId: string) =>
    queryOptions({
      queryKey: ['instruments', 'competences', instrumentId],
      queryFn: () => client.instruments.competences({ instrumentId }),
    }),
  uses: (from: string, to: string) =>
    queryOptions({
      ...LOGGED,
      queryKey: ['instruments', 'uses', from, to],
      queryFn: () => client.instruments.uses({ from, to, instrumentId: null }),
      enabled: from <= to,
    }),
}
