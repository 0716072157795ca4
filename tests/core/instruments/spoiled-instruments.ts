import type { Item, Questionnaire } from '#contract/instrument-file'

type Spoiling = [what: string, spoil: (form: Questionnaire) => void]

const scoredItems = (form: Questionnaire): Item[] => form.items.filter(({ scored }) => scored)
const itemOf = (form: Questionnaire, id: string): Item => form.items.find((item) => item.id === id)!
const withoutAny = <T>(list: T[], unwanted: T): T[] => list.filter((one) => one !== unwanted)

const everywhere = (form: Questionnaire): Spoiling[] => [
  ...form.scales.flatMap(({ id, bands }, s) =>
    bands.slice(1).map(({ id: band }, b): Spoiling => [
      `${id}: ${band} begins one step later`,
      ({ scales }) => {
        const scale = scales[s]!
        const step = scale.method === 'sum*4' ? 4 : 1
        scale.bands[b]!.to += step
        scale.bands[b + 1]!.from += step
      },
    ]),
  ),
  ...form.items
    .filter(({ critical }) => critical !== null)
    .flatMap(({ id }): Spoiling[] => [
      [`${id}: not critical`, (spoiled) => (itemOf(spoiled, id).critical = null)],
      [`${id}: critical from 2`, (spoiled) => (itemOf(spoiled, id).critical!.when = '>=2')],
    ]),
  ...form.missing.followUpIfMissing.map((id): Spoiling => [
    `${id}: not made up for`,
    ({ missing }) => (missing.followUpIfMissing = withoutAny(missing.followUpIfMissing, id)),
  ]),
]

const ofSelfReports = (form: Questionnaire): Spoiling[] => [
  ...scoredItems(form).map(({ id }): Spoiling => [
    `${id}: turned round`,
    (spoiled) => (itemOf(spoiled, id).reverse = !itemOf(spoiled, id).reverse),
  ]),
  ...form.scales.flatMap(({ id, items, method, alternates, cutpoints }, s): Spoiling[] => [
    ...items.map((item): Spoiling => [
      `${id}: without ${item}`,
      ({ scales }) => (scales[s]!.items = withoutAny(scales[s]!.items, item)),
    ]),
    [`${id}: another method`, ({ scales }) => (scales[s]!.method = method === 'sum' ? 'sum*2' : 'sum')],
    ...alternates.map((_, a): Spoiling => [
      `${id}: another counting`,
      ({ scales }) => (scales[s]!.alternates[a]!.formula = `${id} + 9`),
    ]),
    ...cutpoints.map((_, c): Spoiling => [
      `${id}: a cut point for other ages`,
      ({ scales }) => (scales[s]!.cutpoints[c]!.ages = [18, 22]),
    ]),
  ]),
  [
    'one more blank is borne',
    ({ missing }) => {
      missing.maxMissing += 1
      missing.method = 'prorate'
      missing.rounding = 'half-up'
    },
  ],
  ...(form.missing.maxMissing > 0
    ? ([['one blank fewer is borne', ({ missing }) => (missing.maxMissing -= 1)]] satisfies Spoiling[])
    : []),
  ...(form.validity ? ([['no check of validity', (spoiled) => (spoiled.validity = null)]] satisfies Spoiling[]) : []),
  ...form.advice.map((_, a): Spoiling => ['advice from 2', ({ advice }) => (advice[a]!.when = 'any item <= 2')]),
]

/** Neighbours that hold at the same time on some sheet; for the others the order says nothing. */
const ORDER_MATTERS: Record<string, number[]> = { asq: [1, 2, 3], 'cssrs-screen': [1, 2, 4] }

const ofInterviews = (form: Questionnaire): Spoiling[] => [
  ...form.items
    .filter(({ skipIf }) => skipIf)
    .map(({ id }): Spoiling => [`${id}: always asked`, (spoiled) => delete itemOf(spoiled, id).skipIf]),
  // The rules of the triage say so, too, when they miss an answer.
  ...form.items.map(({ id }): Spoiling => [
    `${id}: not required`,
    (spoiled) => {
      itemOf(spoiled, id).required = false
      for (const rule of spoiled.triage!.rules) rule.incomplete = false
    },
  ]),
  ...(form.triage?.rules ?? []).flatMap(({ level, if: condition }, r): Spoiling[] => [
    [`level of “${condition}”`, ({ triage }) => (triage!.rules[r]!.level = level === 0 ? 1 : (level ?? 1) - 1)],
    ...(ORDER_MATTERS[form.id]?.includes(r)
      ? ([
          [
            `“${condition}” after the next`,
            ({ triage }) => triage!.rules.splice(r, 2, triage!.rules[r + 1]!, triage!.rules[r]!),
          ],
        ] satisfies Spoiling[])
      : []),
  ]),
  ...Object.keys(form.triage?.nextSteps ?? {}).map((band): Spoiling => [
    `${band}: no next steps`,
    ({ triage }) => delete triage!.nextSteps[band],
  ]),
]

/** The instrument spoiled in one place at a time, in every way that a slip of the file or of the engine could. */
export const spoiledOnes = (form: Questionnaire): { what: string; spoiled: Questionnaire }[] =>
  [...everywhere(form), ...(form.kind === 'interview' ? ofInterviews(form) : ofSelfReports(form))].map(
    ([what, spoil]) => {
      const spoiled = structuredClone(form)
      spoil(spoiled)
      return { what, spoiled }
    },
  )
