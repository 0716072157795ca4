import { ageOn } from '#contract/calendar'
import { CONSENT_AGE, type TestBlock } from '#contract/instrument-lists'
import type { InstrumentSummary } from '#contract/instruments'
import type { ReadContext, WriteContext } from '#core/context'
import { consentStateOf } from '#core/consents'
import { found } from '#core/found'
import { findStudent } from '#db/repos/students'

type OfInstrument = Pick<InstrumentSummary, 'retired' | 'withheld' | 'competence' | 'thresholdsSet'>
/** What of a student decides whether a test may be given. `age`: in whole years today; null without a birthday. */
export type OfStudent = { age: number | null; guardianAgreed: boolean }

/** What stands in the way of giving a test (S28, S29; 个人信息保护法 art. 31), in the order it is told. */
export function blocksOf(instrument: OfInstrument, student: OfStudent, overFourteen: boolean): TestBlock[] {
  const isYoung = student.age !== null && student.age < CONSENT_AGE
  const blocks: Record<TestBlock, boolean> = {
    retired: instrument.retired,
    withheld: instrument.withheld,
    'not-competent': instrument.competence === null,
    'no-thresholds': !instrument.thresholdsSet,
    'age-unknown': student.age === null && !overFourteen,
    'consent-under-14': isYoung && !student.guardianAgreed,
  }
  return IN_ORDER.filter((block) => blocks[block])
}

const IN_ORDER: readonly TestBlock[] = [
  'retired',
  'withheld',
  'not-competent',
  'no-thresholds',
  'age-unknown',
  'consent-under-14',
]

export function factsOf(ctx: ReadContext | WriteContext, studentId: string): OfStudent {
  const { birthDate } = found(findStudent(ctx.db, studentId), 'studentId')
  const guardianAgreed = consentStateOf(ctx, studentId).some(
    ({ purpose, givenBy }) => purpose === 'testing' && givenBy.some(({ signer }) => signer !== 'student'),
  )
  return { age: birthDate === null ? null : ageOn(birthDate, ctx.today()), guardianAgreed }
}
