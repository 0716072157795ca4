import { useState } from 'react'
import type { Contract } from '#contract/all'
import type { AppError } from '#contract/errors'
import { queryClient } from '#lib/query'
import { useAutosave } from '#lib/use-autosave'

export type Saved = { savedAt: string | null; isSaving: boolean; failure: AppError | null }

/**
 * One setting on the screen: what is typed shows at once and is in the vault a moment later. A value that `isFine` does
 * not accept stays on the screen only. `feature`: whose lists are out of date afterwards.
 */
export const useSetting = <T>(
  start: T,
  save: (value: T, requestId: string) => Promise<unknown>,
  isFine: (value: T) => boolean = () => true,
  feature: keyof Contract = 'settings',
) => {
  const [value, setValue] = useState(start)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const { keep, resume, isSaving, failure } = useAutosave<T>(async (latest) => {
    await save(latest, crypto.randomUUID())
    setSavedAt(new Date().toISOString())
    await queryClient.invalidateQueries({ queryKey: [feature] })
  })
  const change = (next: T) => {
    setValue(next)
    if (!isFine(next)) return
    if (failure) resume(next)
    else keep(next)
  }
  const saved: Saved = { savedAt, isSaving, failure }
  return { value, change, saved, isFine: isFine(value) }
}
