import type { NoteBody } from '#contract/notes'

/** The six official parts (教基一厅函〔2015〕36号) in their order, then what practice adds. */
export const NOTE_PARTS = [
  'state',
  'problem',
  'assessment',
  'analysis',
  'measures',
  'effect',
  'quotes',
  'homework',
  'next',
] as const
export type NotePart = (typeof NOTE_PARTS)[number]
export const OFFICIAL_PARTS = NOTE_PARTS.slice(0, 6)
export const EMPTY_NOTE = Object.fromEntries(NOTE_PARTS.map((part) => [part, ''])) as NoteBody
