import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const stageQueries = {
  ofCase: (caseId: string) =>
    queryOptions({ queryKey: ['stages', 'case', caseId], queryFn: () => client.stages.ofCase({ caseId }), ...LOGGED }),
  rules: queryOptions({ queryKey: ['stages', 'rules'], queryFn: () => client.stages.rules({}) }),
  persons: (studentId: string) =>
    queryOptions({
      queryKey: ['contacts', 'persons', studentId],
      queryFn: () => client.contacts.persons({ studentId }),
    }),
  goals: (caseId: string) =>
    queryOptions({ queryKey: ['plans', 'course', caseId], queryFn: () => client.plans.course({ caseId }), ...LOGGED }),
}
