import { describe, expect, it } from 'vitest'
import { asksForNotice } from '#lib/notice-asked'

const nothing = { noticeOn: null, openCase: null, openRequestId: null, openCrisisId: null, decline: null }
const id = '4b1f0a52-6a0e-4d0c-9d83-0c0f7a8a1b11'
const openCase = { id, no: '2026-001', openedOn: '2026-11-20' }
const decline = { id, onDay: '2026-11-20', askAgainOn: null }

describe('the notice is said to be missing', () => {
  it('not while nothing has begun', () => {
    expect(asksForNotice(nothing)).toBe(false)
  })
  it('once there is a case or a request that waits, until it is given', () => {
    expect(asksForNotice({ ...nothing, openCase })).toBe(true)
    expect(asksForNotice({ ...nothing, openRequestId: id })).toBe(true)
    expect(asksForNotice({ ...nothing, openCase, noticeOn: '2026-11-20' })).toBe(false)
  })
  it('not of somebody who does not want to come, but in a crisis', () => {
    expect(asksForNotice({ ...nothing, openCase, decline })).toBe(false)
    expect(asksForNotice({ ...nothing, openCase, decline, openCrisisId: id })).toBe(true)
  })
})
