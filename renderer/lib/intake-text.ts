import { INTAKE_PARTS, NOT_ASKED } from '#contract/intake-parts'
import type { IntakePart } from '#contract/intake-parts'
import type { Intake, IntakeBody } from '#contract/intakes'
import { bothTexts } from '#lib/both-texts'

/** What is brought in, part by part, and the methods it stands for. */
export type KnownTexts = { parts: Partial<Record<IntakePart, string>>; methods: IntakeBody['methods'] }

export const keptOf = ({ body, version, savedAt }: Intake) => ({ body, version, savedAt })

/** Puts what is known below what stands there; nothing is replaced, and nothing comes twice. */
export const withKnown = (body: IntakeBody, texts: KnownTexts | null): IntakeBody => ({
  ...body,
  ...Object.fromEntries(INTAKE_PARTS.map((part) => [part, bothTexts(texts?.parts[part] ?? '', body[part])] as const)),
  methods: [...new Set([...body.methods, ...(texts?.methods ?? [])])],
})

/** What was brought in taken out again, but for the parts in which something was written since. */
export const withoutKnown = (
  body: IntakeBody,
  { before, after }: { before: IntakeBody; after: IntakeBody },
): Partial<IntakeBody> => ({
  ...Object.fromEntries(INTAKE_PARTS.flatMap((part) => (body[part] === after[part] ? [[part, before[part]]] : []))),
  methods: body.methods.filter((method) => before.methods.includes(method) || !after.methods.includes(method)),
})

/** What was written here and elsewhere; of the answers about safety whichever was given. */
export const bothIntakes = (mine: IntakeBody, theirs: IntakeBody): IntakeBody => ({
  ...mine,
  ...Object.fromEntries(INTAKE_PARTS.map((part) => [part, bothTexts(mine[part], theirs[part])] as const)),
  methods: [...new Set([...theirs.methods, ...mine.methods])],
  riskScreen: Object.fromEntries(
    (Object.keys(NOT_ASKED) as (keyof IntakeBody['riskScreen'])[]).map((question) => {
      const [own, other] = [mine.riskScreen[question], theirs.riskScreen[question]]
      return [
        question,
        { answer: own.answer === 'not-asked' ? other.answer : own.answer, words: bothTexts(own.words, other.words) },
      ]
    }),
  ) as IntakeBody['riskScreen'],
})
