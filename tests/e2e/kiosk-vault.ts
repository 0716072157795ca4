import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assessment } from '#contract/assessments'
import { PRACTICE_ACCOUNT } from '#core/practice/people'
import { practiceSchool } from '#core/practice/school'
import { systemClock } from '#electron/host/clock'
import { createGate } from '#electron/host/gate'
import { createLifecycle } from '#electron/host/lifecycle'
import { CAST, SCHOOL, STAFF } from '#tests/people'

export const PASSWORD = 'quiet rivers run under old bridges'

/** The host of a real vault in this process, as the shells run it, to set the scene and to look afterwards. */
export function openKioskHost(folder: string) {
  const services = { readWorkbook: () => Promise.reject(new Error('no files here')), openFiles: new Map() }
  const life = createLifecycle({
    folder,
    clock: systemClock,
    newId: randomUUID,
    services,
    kdfTargetMs: 0,
    practiceAccount: PRACTICE_ACCOUNT,
    practiceSchool: (language) => practiceSchool(language, systemClock.today()),
    fillPractice: () => Promise.resolve(),
    onChange: () => {},
    onLock: () => {},
    log: () => {},
  })
  const gate = createGate({
    state: life.state,
    room: life.room,
    lifecycle: life.handlers,
    services,
    clock: systemClock,
    newId: randomUUID,
    log: () => {},
  })
  const ask = <T>(path: string, input: object = {}): Promise<T> =>
    gate.call(path.split('.'), { requestId: randomUUID(), ...input }) as Promise<T>
  return { ask, life }
}

/** A school of ours with a vault of its own, in which one student is about to fill in forms at this PC. */
export async function vaultAtKiosk(instruments: readonly string[], layout: 'one' | 'all' = 'one') {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-kiosk-'))
  const { ask, life } = openKioskHost(folder)
  const { code } = await ask<{ code: string }>('vault.prepareRecovery')
  await ask('vault.create', {
    language: 'zh',
    school: { name: SCHOOL.name, stage: 'junior' },
    account: { name: STAFF.counselor.name, sex: null },
    password: PASSWORD,
    recoveryCode: code,
    terms: [{ name: '2026秋', startsOn: '2026-09-01', endsOn: '2027-01-22' }],
  })
  const { me } = await ask<{ me: { id: string } }>('settings.workplace')
  const ids = CAST.slice(0, 20).map(() => randomUUID())
  for (const [i, { name }] of CAST.slice(0, 20).entries())
    await ask('students.add', {
      id: ids[i],
      fields: { kind: 'roster', name, birthDate: '2010-03-01' },
      guardians: [],
    })
  const studentId = ids[0]!
  const assessmentIds: string[] = []
  for (const instrumentId of instruments) {
    await ask('instruments.recordCompetence', {
      instrumentId,
      userId: me.id,
      basis: '心理测评培训',
      recordedOn: '2026-09-01',
    })
    const { id } = await ask<Assessment>('assessments.begin', {
      id: randomUUID(),
      studentId,
      instrumentId,
      mode: 'kiosk',
      purpose: '初次了解',
      explained: true,
      agreed: true,
      overFourteen: true,
      urgent: false,
    })
    assessmentIds.push(id)
  }
  await ask('kiosk.start', { studentId, assessmentIds, language: 'zh', layout, aloud: true })
  return { folder, studentId, assessmentIds, names: CAST.slice(0, 20).map(({ name }) => name), life }
}
