import type { TestMode } from '#contract/code-tables'
import type { TestBlock } from '#contract/instrument-lists'
import type { InstrumentSummary } from '#contract/instruments'
import type { client } from '#lib/client'

type Choice = Awaited<ReturnType<typeof client.assessments.choices>>[number]
export type GivenMode = Exclude<TestMode, 'imported'>
export type Offer = InstrumentSummary & Pick<Choice, 'blocks' | 'tooYoung' | 'lastTakenOn'>

/** Forms that may lie in one sitting at the kiosk. */
export const MOST_FORMS = 5

const MODES: Record<InstrumentSummary['kind'], readonly GivenMode[]> = {
  'self-report': ['kiosk', 'aloud', 'paper'],
  interview: ['interview'],
  'score-entry': ['scores'],
}
export const modesOf = (kind: InstrumentSummary['kind']): readonly GivenMode[] => MODES[kind]

/** What can be given here, most used first; what the school took out of use or may not use is left out. */
export const offersOf = (library: readonly InstrumentSummary[], choices: readonly Choice[]): Offer[] =>
  library
    .flatMap((summary) => {
      const choice = choices.find(({ instrumentId }) => instrumentId === summary.id)
      if (!choice || summary.retired || summary.withheld) return []
      const { blocks, tooYoung, lastTakenOn } = choice
      return [{ ...summary, blocks, tooYoung, lastTakenOn }]
    })
    .toSorted((a, b) => b.uses - a.uses || (b.lastUsedOn ?? '').localeCompare(a.lastUsedOn ?? ''))

export type Lack = { block: TestBlock; offer: Offer }
/** What still blocks: things about the student once, things about an instrument for each. */
export const lacksOf = (chosen: readonly Offer[], overFourteen: boolean): Lack[] => {
  const seen = new Set<string>()
  return chosen
    .flatMap((offer) => offer.blocks.map((block) => ({ block, offer })))
    .filter(({ block, offer }) => {
      if (block === 'age-unknown' && overFourteen) return false
      const key = block === 'consent-under-14' || block === 'age-unknown' ? block : `${block} ${offer.id}`
      return !seen.has(key) && seen.add(key)
    })
}
