import { queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Subject } from '#contract/procedure'
import { client } from '#lib/client'
import { useTakesNoText } from '#lib/vault-status'
import { useWorkplace } from '#lib/workplace'

/** The record a page is about. */
export type About = { subject: Subject; id: string }

export const whoseQuery = ({ subject, id }: About) =>
  queryOptions({
    queryKey: ['accounts', 'whose', subject, id],
    queryFn: () => client.accounts.whose({ subject, id }),
    staleTime: 60_000,
    enabled: id !== '',
  })

/** Whose case the page is about, once it is known; set by the frame around the page. */
export const MayWrite = createContext<boolean | null>(null)

/** Whether whoever is at the desk writes here: a counselor, not in a colleague's case, and in a room that takes it. */
export const useMayWrite = (): boolean => {
  const { me } = useWorkplace()
  const takesNoText = useTakesNoText()
  const mayHere = useContext(MayWrite) ?? me.roles.includes('counselor')
  return mayHere && !takesNoText
}
