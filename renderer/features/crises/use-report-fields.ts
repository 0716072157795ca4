import { useCallback, useRef, useState } from 'react'
import type { Crisis, CrisisFields } from '#contract/crises'
import { client } from '#lib/client'
import { useAutosave } from '#lib/use-autosave'
import { showCrisis } from './use-crisis.ts'

/** The written parts of the report, saved while they are typed. */
export const useReportFields = (crisis: Crisis) => {
  const { reporter, place, foundHow, signs, rank, rankReason, guardianAnswer, reportedTo, counselorOpinion } = crisis
  const [fields, setFields] = useState<CrisisFields>({
    reporter,
    place,
    foundHow,
    signs,
    rank,
    rankReason,
    guardianAnswer,
    reportedTo,
    counselorOpinion,
  })
  const changed = useRef<Partial<CrisisFields>>({})
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const save = useCallback(
    async (part: Partial<CrisisFields>) => {
      const about = { crisisId: crisis.id, studentId: crisis.studentId }
      showCrisis(await client.crises.save({ ...about, fields: part, requestId: crypto.randomUUID() }))
      setSavedAt(new Date().toISOString())
    },
    [crisis.id, crisis.studentId],
  )
  const { keep, flush, failure } = useAutosave(save)
  const change = useCallback(
    (part: Partial<CrisisFields>) => {
      changed.current = { ...changed.current, ...part }
      setFields((before) => ({ ...before, ...part }))
      keep(changed.current)
    },
    [keep],
  )
  return { fields, change, flush, savedAt, failure }
}
export type ReportFields = ReturnType<typeof useReportFields>
