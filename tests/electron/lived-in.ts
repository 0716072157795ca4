import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { PRACTICE_ACCOUNT } from '#core/practice/people'
import { practiceSchool } from '#core/practice/school'
import { clockFrom } from '#electron/host/clock'
import { createGate, type Gate } from '#electron/host/gate'
import { createLifecycle, type Lifecycle } from '#electron/host/lifecycle'
import { MORNING } from '#tests/context'
import { SCHOOL, STAFF } from '#tests/people'

export const PASSWORD = 'quiet rivers run under old bridges'

export type LivedIn = {
  /** Of the recovery sheet. */
  code: string
  life(): Lifecycle
  /** The program ends and is started again on the same folder. */
  restart(): void
  ask(path: string, input?: object): Promise<unknown>
  unlock(password?: string): Promise<unknown>
  lock(): Promise<unknown>
  addStudent(name: string): Promise<string>
  wait(milliseconds: number): void
}

/** The host on a folder with a vault of its own, unlocked. `freeBytes`: other than the disk's own. */
export async function livedIn(folder: string, freeBytes?: (folder: string) => number): Promise<LivedIn> {
  let nowMs = MORNING
  let life: Lifecycle | undefined
  let gate: Gate
  const clock = clockFrom(() => nowMs)
  const services = { readWorkbook: () => Promise.reject(new Error('not here')), openFiles: new Map() }
  const restart = (): void => {
    life?.lock('test')
    const parts = { clock, newId: randomUUID, services, log: () => {} }
    life = createLifecycle({
      ...parts,
      folder,
      kdfTargetMs: 0,
      practiceAccount: PRACTICE_ACCOUNT,
      practiceSchool: (language) => practiceSchool(language, clock.today()),
      fillPractice: () => Promise.resolve(),
      onChange: () => {},
      onLock: () => {},
      ...(freeBytes && { freeBytes }),
    })
    const { state, room, handlers, onStorage } = life
    gate = createGate({ ...parts, state, room, lifecycle: handlers, onStorage })
  }
  const ask = (path: string, input: object = {}): Promise<unknown> =>
    gate.call(path.split('.'), { requestId: randomUUID(), ...input })
  onTestFinished(() => life?.lock('test'))
  restart()
  const { code } = (await ask('vault.prepareRecovery')) as { code: string }
  await ask('vault.create', {
    language: 'zh',
    school: { name: SCHOOL.name, stage: 'junior' },
    account: { name: STAFF.counselor.name, sex: null },
    password: PASSWORD,
    recoveryCode: code,
    terms: [{ name: '2026秋', startsOn: '2026-09-01', endsOn: '2027-01-22' }],
  })
  return {
    code,
    life: () => life!,
    restart,
    ask,
    unlock: (password = PASSWORD) => ask('vault.unlock', { password }),
    lock: () => ask('vault.lock'),
    async addStudent(name) {
      const id = randomUUID()
      await ask('students.add', { id, fields: { kind: 'alias', name }, guardians: [] })
      return id
    },
    wait: (milliseconds) => void (nowMs += milliseconds),
  }
}
