import { expect, it } from 'vitest'
import { AUDIT_EVENTS } from '#core/audit'
import { LOG_KINDS } from '#lib/log-kinds'

const beginnings = Object.values(LOG_KINDS).flat()

it('every event of the log can be looked for', () => {
  expect(AUDIT_EVENTS.filter((event) => !beginnings.some((beginning) => event.startsWith(beginning)))).toEqual([])
})
it('every beginning means some event', () => {
  const names: readonly string[] = AUDIT_EVENTS
  expect(beginnings.filter((beginning) => !names.some((event) => event.startsWith(beginning)))).toEqual([])
})
