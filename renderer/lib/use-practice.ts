import { useQuery } from '@tanstack/react-query'
import { client } from '#lib/client'

/** Whether this is the made-up school. */
export const useIsPractice = (): boolean =>
  useQuery({ queryKey: ['vault', 'status'], queryFn: () => client.vault.status({}) }).data?.practice === true
