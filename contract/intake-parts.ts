import { SAFETY_QUESTIONS } from '#contract/case-tables'
import type { INTAKE_BLOCKS, IntakeBody } from '#contract/intakes'

/** What is written in an intake, in the order of the sheet; the conclusion comes after what was asked about safety. */
export const INTAKE_PARTS = [
  'problem',
  'background',
  'family',
  'personality',
  'supports',
  'needs',
  'expectation',
  'conclusion',
] as const
export type IntakePart = (typeof INTAKE_PARTS)[number]

export const NOT_ASKED = Object.fromEntries(
  SAFETY_QUESTIONS.map((question) => [question, { answer: 'not-asked', words: '' }]),
) as IntakeBody['riskScreen']
export const emptyIntake = (onDay: string): IntakeBody => ({
  onDay,
  methods: [],
  problem: '',
  background: '',
  family: '',
  personality: '',
  supports: '',
  needs: '',
  expectation: '',
  riskScreen: NOT_ASKED,
  conclusion: '',
})

/** What must be written before an intake is finished. A question about safety that was not asked says why. */
export function intakeLacks({
  methods,
  problem,
  conclusion,
  riskScreen,
}: IntakeBody): (typeof INTAKE_BLOCKS)[number][] {
  const isSilent = SAFETY_QUESTIONS.some((question) => {
    const { answer, words } = riskScreen[question]
    return answer === 'not-asked' && words.trim() === ''
  })
  const lacks = {
    methods: methods.length === 0,
    problem: problem.trim() === '',
    safety: isSilent,
    conclusion: conclusion.trim() === '',
  }
  return (Object.keys(lacks) as (keyof typeof lacks)[]).filter((name) => lacks[name])
}
