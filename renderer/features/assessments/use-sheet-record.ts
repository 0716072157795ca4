import { useEffect, useState } from 'react'
import type { Assessment } from '#contract/assessments'
import { client } from '#lib/client'
import { queryClient } from '#lib/query'
import { useAutosave } from '#lib/use-autosave'
import { useWrite } from '#lib/use-write'

type Kept = Pick<Assessment, 'answers' | 'details'>

/** What other screens hold of this sheet follows what was saved, so that whoever comes back goes on from there. */
const refresh = (id: string, kept: Kept) =>
  queryClient.setQueriesData<unknown>({ queryKey: ['assessments'] }, (data: unknown) => {
    if (typeof data !== 'object' || data === null || !('assessment' in data)) return data
    const held = data as { assessment: Assessment }
    return held.assessment.id === id ? { ...held, assessment: { ...held.assessment, ...kept } } : data
  })

/** Keeps a sheet by itself while it is filled in, and finishes it. */
export const useSheetRecord = ({ id, studentId }: Pick<Assessment, 'id' | 'studentId'>) => {
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const { keep, flush, isSaving, failure } = useAutosave<Kept>(async (kept) => {
    const saved = await client.assessments.answer({
      assessmentId: id,
      studentId,
      ...kept,
      requestId: crypto.randomUUID(),
    })
    setSavedAt(saved.savedAt)
    refresh(id, kept)
  })
  // Lists say how far the sheet has come.
  useEffect(
    () => () =>
      void flush()
        .catch(() => undefined)
        .finally(() => void queryClient.invalidateQueries({ queryKey: ['assessments'] })),
    [flush],
  )
  const finishing = useWrite(client.assessments.finish, {
    invalidates: ['assessments', 'students', 'instruments', 'screenings'],
  })
  const finish = async (kept: Kept, takenOn: string): Promise<void> => {
    await flush().catch(() => undefined)
    finishing.write({ assessmentId: id, studentId, ...kept, takenOn })
  }
  return {
    keep,
    finish: (kept: Kept, takenOn: string) => void finish(kept, takenOn),
    isFinishing: finishing.isPending,
    finishError: finishing.error,
    saving: { savedAt, isSaving, hasFailed: failure !== null },
  }
}
export type SheetRecord = ReturnType<typeof useSheetRecord>
