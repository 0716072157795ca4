import { randomUUID } from 'node:crypto'
import type { Assessment } from '#contract/assessments'
import type { TestMode } from '#contract/code-tables'
import type { Answers } from '#contract/results'
import type { Language } from '#contract/vault'
import { systemClock } from '#electron/host/clock'
import { formOf, sheet } from '#tests/core/instruments/forms'
import { openHouse } from '#tests/electron/kiosk-house'
import { type Person, PRACTICE_ACCOUNT, SCHOOL } from '#tests/people'
import { scratchFolder } from '#tests/scratch-folder'

type Ask = <T>(path: string, input?: object) => Promise<T>
type Mode = Exclude<TestMode, 'imported'>

/** A school of ours whose vault already holds what `tell` puts into it; closed again, for the app to open. */
export async function vaultOfTests(
  tell: (scene: ReturnType<typeof sceneOf>) => Promise<void>,
  language: Language = 'zh',
): Promise<{ folder: string; password: string }> {
  const folder = scratchFolder('tests')
  const { password } = PRACTICE_ACCOUNT
  const { ask } = openHouse(folder, systemClock)
  const { code } = await ask<{ code: string }>('vault.prepareRecovery')
  await ask('vault.create', {
    language,
    school: { name: SCHOOL.name, stage: SCHOOL.stage },
    account: { name: PRACTICE_ACCOUNT.name, sex: null },
    password,
    recoveryCode: code,
    terms: [{ name: '2026秋', startsOn: '2026-09-01', endsOn: '2027-01-22' }],
  })
  await tell(sceneOf(ask))
  await ask('vault.lock')
  return { folder, password }
}

/** What a counselor does before a result is looked at. */
function sceneOf(ask: Ask) {
  const student = async ({ name, gradeNo, classNo }: Person): Promise<string> => {
    const id = randomUUID()
    const grade = { 7: '初一', 8: '初二', 9: '初三' }[gradeNo]
    await ask('students.add', {
      id,
      fields: { kind: 'roster', name, birthDate: '2010-03-01', className: `${grade}(${classNo})班`, grade },
      guardians: [],
    })
    return id
  }
  const mayGive = async (instrumentId: string): Promise<void> => {
    const { me } = await ask<{ me: { id: string } }>('settings.workplace')
    const basis = '2025 年量表施测培训，督导下施测 20 例'
    await ask('instruments.recordCompetence', { instrumentId, userId: me.id, basis, recordedOn: '2026-09-01' })
  }
  const begin = (studentId: string, instrumentId: string, mode: Mode): Promise<Assessment> =>
    ask('assessments.begin', {
      id: randomUUID(),
      studentId,
      instrumentId,
      mode,
      purpose: '了解近两周的情绪',
      explained: true,
      agreed: true,
      overFourteen: true,
      urgent: false,
    })
  const finish = ({ id, studentId }: Assessment, answers: Answers, takenOn: string): Promise<Assessment> =>
    ask('assessments.finish', { assessmentId: id, studentId, answers, details: {}, takenOn })
  /** Answers in the order of the file, `-` for a blank, e.g. `0 0 1`. */
  const give = async (studentId: string, instrumentId: string, given: string, takenOn: string, mode: Mode = 'paper') =>
    finish(await begin(studentId, instrumentId, mode), sheet(formOf(instrumentId), given), takenOn)
  const interpret = ({ id, studentId }: Assessment, text: string): Promise<Assessment> =>
    ask('assessments.interpret', { assessmentId: id, studentId, id: randomUUID(), text })
  return { ask, student, mayGive, begin, finish, give, interpret }
}
