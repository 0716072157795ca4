import { randomUUID } from 'node:crypto'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Assessment } from '#contract/assessments'
import type { KioskView } from '#contract/kiosk'
import type { VaultStatus } from '#contract/vault'
import { PRACTICE_ACCOUNT } from '#core/practice/people'
import { practiceSchool } from '#core/practice/school'
import { type Clock, clockFrom } from '#electron/host/clock'
import { createGate } from '#electron/host/gate'
import { createLifecycle } from '#electron/host/lifecycle'
import type { LogLine } from '#electron/host/log'
import { MORNING, tempFolder } from '#tests/context'
import { CAST, SCHOOL, STAFF } from '#tests/people'

export const PASSWORD = 'quiet rivers run under old bridges'
/** Written into the record of every other student. */
export const CANARY = '纸飞机落在天台'
export const NAMES = CAST.slice(0, 12).map(({ name }) => name)

/** The program on one folder: real lifecycle, real gate, a clock that stands still. */
export function openHouse(folder: string, clock: Clock = clockFrom(() => MORNING), newId: () => string = randomUUID) {
  const services = { readWorkbook: () => Promise.reject(new Error('not here')), openFiles: new Map() }
  const told: VaultStatus[] = []
  const log: LogLine[] = []
  const life = createLifecycle({
    folder,
    clock,
    newId,
    services,
    kdfTargetMs: 0,
    practiceAccount: PRACTICE_ACCOUNT,
    practiceSchool: (language) => practiceSchool(language, clock.today()),
    fillPractice: () => Promise.resolve(),
    onChange: (status) => void told.push(status),
    onLock: () => {},
    log: (line) => void log.push(line),
  })
  const gate = createGate({
    state: life.state,
    room: life.room,
    lifecycle: life.handlers,
    services,
    clock,
    newId,
    log: (line) => void log.push(line),
  })
  const ask = <T = unknown>(path: string, input: object = {}): Promise<T> =>
    gate.call(path.split('.'), { requestId: randomUUID(), ...input }) as Promise<T>
  return { folder, life, gate, ask, told, log, services, clock }
}
export type House = ReturnType<typeof openHouse>

/** Two forms given to one student, to be filled in at the kiosk. */
export type Scene = { folder: string; studentId: string; sheets: [phq9: string, gad7: string]; otherStudentId: string }

/** A school with a dozen students whose records hold the canary; closed. */
export async function makeSchool(folder: string): Promise<Scene> {
  const house = openHouse(folder)
  await foundSchool(house)
  const scene = await fillSchool(house)
  house.life.lock('test')
  return scene
}

/** Gives the recovery code. */
export async function foundSchool({ ask }: House): Promise<string> {
  const { code } = await ask<{ code: string }>('vault.prepareRecovery')
  await ask('vault.create', {
    language: 'zh',
    school: { name: SCHOOL.name, stage: 'junior' },
    account: { name: STAFF.counselor.name, sex: null },
    password: PASSWORD,
    recoveryCode: code,
    terms: [{ name: '2026秋', startsOn: '2026-09-01', endsOn: '2027-01-22' }],
  })
  return code
}

/** Puts the students and the two sheets into the open room. */
export async function fillSchool(house: House): Promise<Scene> {
  const [studentId = '', otherStudentId = ''] = await addStudents(house)
  const sheets: Scene['sheets'] = [
    await beginAtKiosk(house, studentId, 'phq9'),
    await beginAtKiosk(house, studentId, 'gad7'),
  ]
  return { folder: house.folder, studentId, otherStudentId, sheets }
}

export async function addStudents({ ask }: House): Promise<string[]> {
  const ids = NAMES.map(() => randomUUID())
  for (const [i, name] of NAMES.entries()) {
    await ask('students.add', { id: ids[i], fields: { kind: 'roster', name, birthDate: '2010-03-01' }, guardians: [] })
    await ask('drafts.save', { form: 'referral', subjectId: ids[i], body: `${CANARY}：${name}` })
  }
  return ids
}

/** A sheet that waits for its student to fill it in. */
export async function beginAtKiosk({ ask }: House, studentId: string, instrumentId: string): Promise<string> {
  const { me } = await ask<{ me: { id: string } }>('settings.workplace')
  const basis = '2025 年量表施测培训，督导下施测 20 例'
  await ask('instruments.recordCompetence', { instrumentId, userId: me.id, basis, recordedOn: '2026-09-01' })
  const { id } = await ask<Assessment>('assessments.begin', {
    id: randomUUID(),
    studentId,
    instrumentId,
    mode: 'kiosk',
    purpose: '了解近两周的情绪',
    explained: true,
    agreed: true,
    overFourteen: false,
    urgent: false,
  })
  return id
}

/** The same school in a folder of its own, for one test. */
export function copyOf(scene: Scene): Scene {
  const folder = join(tempFolder(), 'data')
  cpSync(scene.folder, folder, { recursive: true })
  return { ...scene, folder }
}

/** The program started on that folder, and ended with the test. */
export function start(folder: string): House {
  const house = openHouse(folder)
  onTestFinished(() => house.life.lock('test'))
  return house
}

export const WISHES = { language: 'zh', layout: 'one', aloud: false } as const
/** The program as the student finds it. */
export async function atKiosk(scene: Scene): Promise<House> {
  const house = start(scene.folder)
  await house.ask('vault.unlock', { password: PASSWORD })
  await house.ask('kiosk.start', { studentId: scene.studentId, assessmentIds: scene.sheets, ...WISHES })
  return house
}

/** What the student's window shows, and what the records hold of one sheet. */
export const viewOf = ({ ask }: House) => ask<KioskView>('kiosk.view')
export const assessmentOf = async ({ ask }: House, assessmentId: string): Promise<Assessment> =>
  (await ask<{ assessment: Assessment }>('assessments.get', { assessmentId })).assessment

/** All items of the PHQ-9 with 1, the last one too; three of the GAD-7. */
export const PHQ9 = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`phq9_${i + 1}`, 1]))
export const GAD7 = { gad7_1: 2, gad7_2: 1, gad7_5: 3 }
