import type { ConferenceFields } from '#contract/conferences'

export type Part = 'aims' | 'atHome' | 'atSchool' | 'course' | 'effect' | 'agreed'
const PARTS: Record<ConferenceFields['kind'], readonly Part[]> = {
  parents: ['aims', 'atHome', 'atSchool', 'course', 'effect', 'agreed'],
  briefing: ['aims', 'atSchool', 'course', 'agreed'],
  discussion: ['aims', 'course', 'agreed', 'effect'],
}
/** What is written down of a talk of this kind, in the order of its form. */
export const partsOf = (kind: ConferenceFields['kind']): readonly Part[] => PARTS[kind]
