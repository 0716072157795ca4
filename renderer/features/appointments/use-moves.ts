import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppointmentLine, Finding } from '#contract/appointments'
import type { AppError } from '#contract/errors'
import { client, toAppError } from '#lib/client'
import { useWrite } from '#lib/use-write'
import type { Place } from './blocks.ts'

export type Scope = 'one' | 'following'
/**
 * A block that was let go in another place. `refused`: it is back, and the card says why; `asking`: it waits there for a reason or
 * for whether the rest of its series goes along.
 */
export type Moving = {
  line: AppointmentLine
  place: Place
  step: 'checking' | 'asking' | 'refused' | 'saving'
  findings: readonly Finding[]
  error: AppError | null
}
/** The last move, to be taken back. */
export type Moved = {
  line: AppointmentLine
  place: Place
  scope: Scope
  told: readonly Finding[]
  skipped: number
  isUndo: boolean
}

/** From letting go of a block to the row in the vault: look what speaks against it, ask what must be asked, write, offer a way back. */
export const useMoves = (undoReason: string) => {
  const queries = useQueryClient()
  const [moving, setMoving] = useState<Moving | null>(null)
  const [moved, setMoved] = useState<Moved | null>(null)
  const { writeAsync } = useWrite(client.appointments.move, { invalidates: ['appointments', 'visits', 'students'] })

  const write = async (move: Moving, reason: string, scope: Scope, isUndo = false): Promise<void> => {
    const { line, place, findings } = move
    setMoving({ ...move, step: 'saving', error: null })
    try {
      const done = await writeAsync({
        visitId: line.visitId,
        studentId: line.studentId,
        ...place,
        overReason: reason,
        scope,
      })
      setMoved({ line, place, scope, told: findings, skipped: done.skipped.length, isUndo })
      setMoving(null)
    } catch (error) {
      setMoving({ ...move, step: 'refused', error: toAppError(error) })
      void queries.invalidateQueries({ queryKey: ['appointments'] })
    }
  }

  /** Whether it may stand there is looked up first; what nothing speaks against is written at once. */
  const propose = async (line: AppointmentLine, place: Place): Promise<void> => {
    if (place.from === line.from && place.until === line.until) return
    const move: Moving = { line, place, step: 'checking', findings: [], error: null }
    setMoving(move)
    setMoved(null)
    let findings: Finding[]
    try {
      findings = await client.appointments.check({
        visitId: line.visitId,
        studentId: line.studentId,
        receiverId: line.receiverId,
        place: line.place,
        ...place,
      })
    } catch (error) {
      return setMoving({ ...move, step: 'refused', error: toAppError(error) })
    }
    const found = { ...move, findings }
    if (findings.some(({ weight }) => weight === 'refuses')) return setMoving({ ...found, step: 'refused' })
    const asks = findings.some(({ weight }) => weight === 'asks')
    if (asks || line.seriesId !== null) return setMoving({ ...found, step: 'asking' })
    await write(found, '', 'one')
  }

  return {
    moving,
    moved,
    propose,
    answer: (reason: string, scope: Scope) => moving && void write(moving, reason, scope),
    giveUp: () => setMoving(null),
    forget: () => setMoved(null),
    /** Back to where it was, with the reason it had there. */
    undo: () => {
      if (!moved || moved.isUndo || moving) return
      const { line, place, scope } = moved
      const before: Place = { from: line.from, until: line.until }
      const back: Moving = { line: { ...line, ...place }, place: before, step: 'saving', findings: [], error: null }
      void write(back, line.overReason || undoReason, scope, true)
    },
  }
}
