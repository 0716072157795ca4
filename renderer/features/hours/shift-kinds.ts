import type { OpenStretch } from '#contract/hours'

/** What a click on the roster puts down: the opening hours of the day, an early or late shift (000-E), or one's own times. */
export const SHIFT_KINDS = ['hours', 'early', 'late', 'own'] as const
export type ShiftKind = (typeof SHIFT_KINDS)[number]

const FIXED = { early: { from: '08:30', to: '17:30' }, late: { from: '12:30', to: '21:00' } }

export function spanOf(
  kind: Exclude<ShiftKind, 'own'>,
  weekly: readonly OpenStretch[],
  weekday: number,
): { from: string; to: string } {
  if (kind !== 'hours') return FIXED[kind]
  const open = weekly.filter((one) => one.weekday === weekday)
  return {
    from: open.map(({ from }) => from).sort()[0] ?? '08:00',
    to:
      open
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? '17:30',
  }
}
