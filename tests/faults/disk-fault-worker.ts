/**
 * A process under the shim that does one thing again and again, each time from the same files and with another change of
 * the disk failing, and looks at what is left. It prints one verdict for each point; with no points it only counts the changes.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { EMPTY_NOTE } from '#contract/note-parts'
import type { Note } from '#contract/notes'
import { AppError } from '#contract/errors'
import { asStorageError } from '#db/errors'
import { openExamined } from '#db/vault/examine'
import { openVault } from '#db/vault/open'
import { digestsOf, type Shape } from './digest.ts'
import { materialise, readFiles } from './replay.ts'
import { failAt, type Fault, heal } from './shim-orders.ts'
import { faultsOf } from './whole.ts'
import { type Work, workOn } from './work-on.ts'

export type Point = { k: number; fault: Fault; forever: boolean }
/** What was wrong at a point, in words; empty when nothing was. */
export type Verdict = { point: Point; wrong: string[] }
/** What the worker is told: the thing to do, where the files are kept, the note that is in them, the points. */
export type Task = {
  what: keyof typeof TASKS
  /** Those of `workOn`. */
  args: string[]
  kept: string
  note: Saved | null
  /** Of the tables before a migration. */
  old: { shape: Shape; digests: Record<string, string>; counter: number } | null
  points: Point[]
}
export type Saved = { visitId: string; studentId: string; version: number; problem: string }

type Turn = { args: [string, string, string, string]; note: Saved }
/** Prepares without a fault and gives the thing to do; it is done once with the fault and once more after the healing. */
const TASKS = {
  unlock: ({ args }: Turn) => {
    let work: Work | undefined
    return {
      act: () => void (work = workOn(...args)),
      end: () => work?.vault.close(),
    }
  },
  note: ({ args, note }: Turn) => {
    const work = workOn(...args)
    const body = { ...EMPTY_NOTE, problem: `${note.problem}她说，今天好一些了。` }
    const input = {
      visitId: note.visitId,
      studentId: note.studentId,
      version: note.version,
      body,
      requestId: randomUUID(),
    }
    return {
      act: async () => {
        const saved = (await work.gate.call(['notes', 'save'], input)) as Note
        const signing = { visitId: note.visitId, studentId: note.studentId, version: saved.version }
        await work.gate.call(['notes', 'sign'], { ...signing, requestId: input.requestId })
      },
      end: () => work.vault.close(),
    }
  },
  /** As a program would that says it is saved when it is not: the test must see it. */
  'careless-note': (turn: Turn) => {
    const careful = TASKS.note(turn)
    return { act: () => careful.act().catch(() => {}), end: careful.end }
  },
  lock: ({ args }: Turn) => {
    let work = workOn(...args)
    return {
      act: () => {
        if (!work.vault.db.open) work = workOn(...args)
        work.lock()
      },
      end: () => {},
    }
  },
  migration: ({ args: [file, key] }: Turn) => ({
    act: () => openVault(file, Buffer.from(key, 'hex')).close(),
    end: () => {},
  }),
} as const

async function tryAt(task: Task, { k, fault, forever }: Point): Promise<string[]> {
  const folder = join(task.args[0] ?? '', '..')
  materialise(readFiles(task.kept), folder)
  const wrong: string[] = []
  const note = task.note ?? { visitId: '', studentId: '', version: 0, problem: '' }
  const args = task.args as Turn['args']
  const { act, end } = TASKS[task.what]({ args, note })
  failAt(k, fault, forever)
  const trouble = await troubleOf(act)
  const asKilledHere = readFiles(folder)
  heal()
  if (trouble && !isTyped(trouble)) wrong.push(`not a typed error: ${String(trouble)}`)
  const again = trouble ? await troubleOf(act) : null
  if (again) wrong.push(`a second try fails: ${String(again)}`)
  const ending = await troubleOf(end)
  if (ending) wrong.push(`does not close: ${String(ending)}`)
  wrong.push(...lookAt(task, folder, trouble === null || again === null))
  materialise(asKilledHere, folder)
  wrong.push(...lookAt(task, folder, trouble === null).map((fault) => `when killed then: ${fault}`))
  return wrong
}

const isTyped = (error: unknown): boolean => {
  const typed = asStorageError(error)
  return typed instanceof AppError && typed.code === 'storage'
}
async function troubleOf(work: () => unknown): Promise<Error | null> {
  try {
    await work()
    return null
  } catch (error) {
    return error as Error
  }
}

/** The vault as it lies there: whole, without an alarm, with everything that was promised. */
function lookAt({ what, args, note, old }: Task, folder: string, isDone: boolean): string[] {
  try {
    const examined = openExamined(join(folder, 'vault.db'), Buffer.from(args[1] ?? '', 'hex'), {
      counter: old?.counter ?? 0,
    })
    const { vault } = examined.connection
    const wrong = faultsOf(examined)
    if (note) {
      const found = vault.db.prepare('SELECT version, state, body FROM notes WHERE visit_id = ?').get(note.visitId)
      const { version, state, body } = (found ?? {}) as { version?: number; state?: string; body?: string }
      if (!body?.includes(note.problem) || (version ?? 0) < note.version) wrong.push('an acknowledged text is gone')
      if (what.endsWith('note') && isDone && state !== 'signed') wrong.push('an acknowledged signature is gone')
    }
    if (old && !isDeepStrictEqual(digestsOf(vault, old.shape), old.digests)) wrong.push('other rows than before')
    vault.close()
    return wrong
  } catch (error) {
    return [`does not open: ${String(error)}`]
  }
}

const task = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Task
const points = task.points.length > 0 ? task.points : [{ k: 1_000_000, fault: 'EIO' as const, forever: false }]
for (const point of points)
  process.stdout.write(`${JSON.stringify({ point, wrong: await tryAt(task, point) } satisfies Verdict)}\n`)
