import { z } from 'zod'

/**
 * An instrument as data (format 1): text, scoring and bands; no rule of any instrument stands in the program.
 * `docs/guide` tells a school how to write one. Fields that only a reader needs are kept as they came.
 */
const Text = z.string().trim().min(1).max(4000)
/** Chinese first. A school's own instrument may have no English; then the Chinese is shown. */
export const Both = z.object({ zh: Text, en: z.string().trim().max(4000).default('') })
export type Both = z.infer<typeof Both>

/** Answers are kept by these names: not by the one that every object has. */
const Id = z.string().regex(/^(?!constructor$)[a-z0-9][a-z0-9_-]{0,39}$/)
/** A condition in words, such as `>=1` or `asq_5 == 1`; `core/instruments/conditions.ts` reads them. */
const Condition = z.string().trim().min(1).max(300)
const Option = Both.extend({ value: z.int().min(-100).max(1000) })
export type Option = z.infer<typeof Option>

export const URGENCIES_IN_PERSON = ['same-day', 'immediate'] as const
const Critical = z.object({ when: Condition, reason: Both, urgency: z.enum(URGENCIES_IN_PERSON) })

const Item = Both.extend({
  id: Id,
  reverse: z.boolean().default(false),
  critical: Critical.nullable().default(null),
  scored: z.boolean().default(true),
  required: z.boolean().default(true),
  options: z.array(Option).min(2).max(20).optional(),
  /** The question need not be asked when every listed item has one of the listed values. */
  skipIf: z.object({ all: z.array(z.object({ item: Id, in: z.array(z.int()).min(1) })).min(1) }).optional(),
  /** What the interviewer writes down besides the answer. */
  detail: Both.optional(),
  hint: Both.extend({ interviewerOnly: z.boolean().default(false) }).optional(),
})
export type Item = z.infer<typeof Item>

/** Inclusive at both ends. `severity` 0–4 is for colour and sorting alone. */
export const Band = Both.extend({
  id: Id,
  from: z.number(),
  to: z.number(),
  severity: z.int().min(0).max(4),
  source: z.string().max(200).default(''),
})
export type Band = z.infer<typeof Band>
const Cutpoint = Both.extend({
  when: Condition,
  ages: z.tuple([z.int(), z.int()]).optional(),
  source: z.string().max(200).default(''),
})
const scaleShape = {
  id: Id,
  title: Both,
  primary: z.boolean().default(true),
  min: z.number(),
  max: z.number(),
  bands: z.array(Band).max(20).default([]),
  higherIs: z.enum(['worse', 'better']).default('worse'),
  cutpoints: z.array(Cutpoint).max(10).default([]),
  /** From how many points on a difference between two times is read as a real change. */
  change: Both.extend({ points: z.number().positive(), source: z.string().max(200).default('') }).optional(),
}
const Scale = z.object({
  ...scaleShape,
  items: z.array(Id).min(1).max(300),
  /** `sum`, `mean`, `sum*4` (any whole factor), `triage`. */
  method: z.string().regex(/^(sum|mean|triage|sum\*[1-9]\d?)$/),
  alternates: z
    .array(Both.extend({ id: Id, formula: z.string().max(100), min: z.number(), max: z.number() }))
    .max(5)
    .default([]),
})
export type Scale = z.infer<typeof Scale>
const EnteredScale = z.object(scaleShape)

const head = {
  formatVersion: z.literal(1),
  id: Id,
  version: Text.max(200),
  title: Both.extend({ short: Text.max(40) }),
  license: z.object({
    statement: Text,
    url: z.string().max(500).nullable().default(null),
    attribution: Text,
    verdict: Text.max(100),
    conditions: z.array(Text).max(20).default([]),
    zhTranslation: z.object({ translator: Text, source: Text, rights: Text }).optional(),
  }),
  ages: z.object({
    min: z.int().min(0).nullable(),
    max: z.int().nullable(),
    note: z.string().max(2000).default(''),
  }),
  timeframe: Both,
  interpretation: Both,
  sources: z
    .array(z.object({ id: Id, what: Text, title: Text, url: z.string().max(500).nullable(), grade: Text.max(10) }))
    .max(50)
    .default([]),
  confidence: z.object({
    /** `official`, `circulating`, `own translation`: where the Chinese wording comes from. */
    zhText: Text.max(40),
    enText: z.string().max(40).default(''),
    note: z.string().max(4000).default(''),
  }),
}

const Steps = z.object({ zh: z.array(Text), en: z.array(Text).default([]) })
/** Items and options are there; the program scores. */
export const Questionnaire = z.object({
  ...head,
  kind: z.enum(['self-report', 'interview']),
  instructions: Both,
  stem: Both.optional(),
  options: z.array(Option).min(2).max(20),
  items: z.array(Item).min(1).max(300),
  scales: z.array(Scale).min(1).max(40),
  triage: z
    .object({
      rules: z
        .array(
          z.object({
            level: z.int().nullable(),
            if: Condition,
            incomplete: z.boolean().default(false),
            source: z.string().max(500).default(''),
          }),
        )
        .min(1)
        .max(40),
      /** What to do next, by band id. */
      nextSteps: z.record(Id, Steps).default({}),
    })
    .optional(),
  missing: z.object({
    maxMissing: z.int().min(0),
    method: z.enum(['none', 'prorate', 'triage']),
    rounding: z.enum(['half-up']).nullable().default(null),
    /** Items that are asked in person when they were left blank. */
    followUpIfMissing: z.array(Id).default([]),
    rule: z.string().max(2000).default(''),
  }),
  validity: z
    .object({
      checks: z
        .array(
          Both.extend({
            id: Id,
            when: Condition,
            effect: z.enum(['warn', 'incomplete']),
            source: z.string().max(200).default(''),
          }),
        )
        .max(20),
    })
    .nullable()
    .default(null),
  advice: z
    .array(Both.extend({ when: Condition, source: z.string().max(200).default('') }))
    .max(20)
    .default([]),
})
export type Questionnaire = z.infer<typeof Questionnaire>

/** Names of scales and the school's own thresholds, no items: scores come from paper or another program. */
export const ScoreEntry = z.object({
  ...head,
  kind: z.literal('score-entry'),
  scales: z.array(EnteredScale).min(1).max(60),
  /** The whole result counts for nothing when this scale says so, e.g. the validity scale of the MHT. */
  voidWhen: z
    .object({ scale: Id, when: Condition, source: z.string().max(200).default('') })
    .nullable()
    .default(null),
})
export type ScoreEntry = z.infer<typeof ScoreEntry>

export const Instrument = z.discriminatedUnion('kind', [Questionnaire, ScoreEntry])
export type Instrument = z.infer<typeof Instrument>
