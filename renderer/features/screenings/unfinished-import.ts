import type { DraftForm } from '#contract/draft-forms'
import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { queryClient } from '#lib/query'

/** The rows of an import wait in the vault until they are taken in; which import that is, is kept as a draft of the round. */
const FORM = 'screening-import' satisfies DraftForm
type Unfinished = { importId: string; rows: number }

export const unfinishedImportQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['drafts', FORM, roundId],
    queryFn: async (): Promise<Unfinished | null> => {
      const draft = await client.drafts.get({ form: FORM, subjectId: roundId })
      return draft ? (JSON.parse(draft.body) as Unfinished) : null
    },
  })

export const keepUnfinished = async (roundId: string, unfinished: Unfinished): Promise<void> => {
  const body = JSON.stringify(unfinished)
  await client.drafts.save({ form: FORM, subjectId: roundId, body, requestId: crypto.randomUUID() })
}

export const forgetUnfinished = async (roundId: string): Promise<void> => {
  await client.drafts.discard({ form: FORM, subjectId: roundId, requestId: crypto.randomUUID() })
  await queryClient.invalidateQueries({ queryKey: ['drafts'] })
}
