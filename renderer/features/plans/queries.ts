import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const planQueries = {
  ofCase: (caseId: string) =>
    queryOptions({
      queryKey: ['plans', 'case', caseId],
      queryFn: () => client.plans.list({ caseId }),
      enabled: caseId !== '',
      ...LOGGED,
    }),
  one: (planId: string) =>
    queryOptions({ queryKey: ['plans', 'one', planId], queryFn: () => client.plans.get({ planId }), ...LOGGED }),
  course: (caseId: string) =>
    queryOptions({
      queryKey: ['plans', 'course', caseId],
      queryFn: () => client.plans.course({ caseId }),
      enabled: caseId !== '',
      ...LOGGED,
    }),
  rules: queryOptions({ queryKey: ['plans', 'rules'], queryFn: () => client.plans.rules({}), staleTime: 60_000 }),
  case: (caseId: string) =>
    queryOptions({
      queryKey: ['cases', 'whole', caseId],
      queryFn: () => client.cases.get({ caseId }),
      enabled: caseId !== '',
    }),
}
