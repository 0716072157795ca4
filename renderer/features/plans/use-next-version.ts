import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Case } from '#contract/cases'
import { client } from '#lib/client'
import { paths } from '#lib/paths'
import { useWrite } from '#lib/use-write'

/** Opens the draft of the next version; makes it when there is none. */
export const useNextVersion = ({ id: caseId, studentId }: Pick<Case, 'id' | 'studentId'>) => {
  const navigate = useNavigate()
  const [id] = useState(() => crypto.randomUUID())
  const { write, isPending, error } = useWrite(client.plans.draft, {
    invalidates: ['plans', 'cases'],
    onSuccess: (draft) => void navigate(paths.plan(draft.id)),
  })
  return { start: () => write({ id, caseId, studentId }), isPending, error }
}
