/** Parts that count what the registers hold; their records are opened there. */
export const REGISTER_SECTIONS = [
  'appointments',
  'acceptances',
  'letters',
  'observations',
  'contacts',
  'conferences',
  'followups',
  'care',
  'aid',
] as const
export type RegisterSection = (typeof REGISTER_SECTIONS)[number]
