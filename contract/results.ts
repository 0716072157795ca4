import { z } from 'zod'
import { Band, Both, URGENCIES_IN_PERSON } from '#contract/instrument-file'

/**
 * Answers by item id, with the value of the chosen option; for a score-entry instrument scores by scale id. What was not
 * answered or not asked is absent and never read as 0 or “no”.
 */
export const Answers = z.record(z.string().max(60), z.number())
export type Answers = z.infer<typeof Answers>

export const ScaleScore = z.object({
  id: z.string(),
  title: Both,
  primary: z.boolean(),
  higherIs: z.enum(['worse', 'better']),
  min: z.number(),
  max: z.number(),
  /** Null when too much is missing. */
  score: z.number().nullable(),
  /** Unanswered items of this scale. */
  missing: z.int(),
  /** The score was made up from the answered items. */
  prorated: z.boolean(),
  band: Band.nullable(),
  /** Every band of the scale, for the picture beside the number. */
  bands: z.array(Band),
  /** The same score in another counting. */
  alternates: z.array(Both.extend({ id: z.string(), score: z.number(), min: z.number(), max: z.number() })),
  /** Cut points that the score meets, for this age where they have one. */
  cutpoints: z.array(Both.extend({ when: z.string() })),
})
export type ScaleScore = z.infer<typeof ScaleScore>

export const CriticalAnswer = z.object({
  item: z.string(),
  question: Both,
  answer: Both,
  reason: Both,
  urgency: z.enum(URGENCIES_IN_PERSON),
})
export type CriticalAnswer = z.infer<typeof CriticalAnswer>

/** What one answer sheet gives. A screening hint, never a diagnosis. */
export const Result = z.object({
  scales: z.array(ScaleScore),
  critical: z.array(CriticalAnswer),
  /** Blank items that have to be asked in person. */
  askInPerson: z.array(z.object({ item: z.string(), question: Both })),
  /** Every primary scale has a score and nothing required was left out. */
  valid: z.boolean(),
  /** A required question of an interview was not asked; the level shown may still rise. */
  incomplete: z.boolean(),
  /** The validity scale says that the whole sheet does not count. */
  void: z.boolean(),
  warnings: z.array(Both.extend({ id: z.string() })),
  advice: z.array(Both),
  nextSteps: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }).nullable(),
})
export type Result = z.infer<typeof Result>
