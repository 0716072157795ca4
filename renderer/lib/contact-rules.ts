import { queryOptions, useQuery } from '@tanstack/react-query'
import { DEFAULT_CONTACT_RULES, type ContactRules } from '#contract/contact-rules'
import { client } from '#lib/client'

export const contactRulesQuery = queryOptions({
  queryKey: ['contacts', 'rules'],
  queryFn: () => client.contacts.rules({}),
  staleTime: 60_000,
})

/** The school's rules for calls and letters; those of a new room until they are there. */
export const useContactRules = (): ContactRules => useQuery(contactRulesQuery).data ?? DEFAULT_CONTACT_RULES
