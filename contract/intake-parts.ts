import { SAFETY_QUESTIONS } from '#contract/code-tables'
import type { IntakeBody } from '#contract/intakes'

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
