/** The panels of a case's page, in their order; each stands in a section of this name. */
export const CASE_PLACES = [
  'intake',
  'plan',
  'reviews',
  'stages',
  'followups',
  'contacts',
  'aid',
  'conferences',
  'papers',
  'growth',
  'archive',
] as const
export type CasePlace = (typeof CASE_PLACES)[number]

export const placeId = (place: CasePlace): string => `case-${place}`

/** Brings a panel into sight and the focus to its first button. */
export function goToPlace(place: CasePlace): void {
  const section = document.getElementById(placeId(place))
  section?.scrollIntoView({ block: 'start' })
  const first = section?.querySelector<HTMLElement>('button:not(:disabled), input, textarea')
  ;(first ?? section)?.focus({ preventScroll: true })
}
