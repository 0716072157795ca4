import { describe, expect, it } from 'vitest'
import type { AttentionLine } from '#contract/cases'
import type { ConferenceDue } from '#contract/conferences'
import type { ContactDue } from '#contract/contacts'
import type { DueFollowup } from '#contract/followups'
import type { LetterLine } from '#contract/letters'
import type { ObservationLine } from '#contract/observations'
import type { ReviewDue } from '#contract/reviews'
import type { StageDue } from '#contract/stages'
import { dueLines } from '#lib/due-lines'

const TODAY = '2026-11-20'
const call = (contactId: string, dueAt: string, isOverdue = false) =>
  ({ contactId, why: 'reply', dueAt, isOverdue, studentId: 's', visitId: null }) as unknown as ContactDue
const letter = (id: string, receivedOn: string, isRisk = false) => ({ id, receivedOn, isRisk }) as unknown as LetterLine
const report = (id: string, observedOn: string, urgency = 'soon') =>
  ({ id, observedOn, urgency }) as unknown as ObservationLine
const followup = (id: string, dueOn: string) => ({ id, dueOn }) as unknown as DueFollowup
const review = (caseId: string, dueOn: string) => ({ caseId, dueOn }) as unknown as ReviewDue
const attention = (caseId: string, dueOn: string) =>
  ({ caseId, dueOn, kind: 'stalled', item: null }) as unknown as AttentionLine

const order = (lists: Parameters<typeof dueLines>[0]): string[] =>
  dueLines(lists, TODAY).map(({ key, weight }) => `${weight} ${key}`)

describe('what is due on Today', () => {
  it('begins with what a child may be in danger by, however fresh it is', () => {
    expect(
      order({
        followups: [followup('old', '2026-11-01')],
        letters: [letter('risk', TODAY, true), letter('calm', '2026-11-18')],
        observations: [report('urgent', TODAY, 'urgent')],
      }),
    ).toEqual(['0 letter risk', '0 observation urgent', '1 followup old', '2 letter calm'])
  })
  it('goes on with what is overdue, the longest waiting first, whichever register it is of', () => {
    expect(
      order({
        followups: [followup('f', '2026-11-18'), followup('later', TODAY)],
        contacts: [call('c', '2026-11-17T10:00', true), call('open', `${TODAY}T16:00`)],
        observations: [report('o', '2026-11-19')],
      }),
    ).toEqual(['1 contact reply c', '1 followup f', '1 observation o', '2 followup later', '2 contact reply open'])
  })
  it('what is only due today is not overdue, and a call is overdue by its hour alone', () => {
    expect(order({ contacts: [call('c', `${TODAY}T08:00`, true)], followups: [followup('f', TODAY)] })).toEqual([
      '1 contact reply c',
      '2 followup f',
    ])
  })
  it('reviews and cases that need a look come with the due, never before what is overdue', () => {
    expect(
      order({
        reviews: [review('r', '2026-11-02')],
        cases: [attention('k', '2026-11-03')],
        followups: [followup('f', '2026-11-19')],
      }),
    ).toEqual(['1 followup f', '2 review r', '2 case stalled k null'])
  })
  it('a summary or a talk whose day has passed is overdue like any other', () => {
    const stage = (caseId: string, dueOn: string) => ({ caseId, dueOn, stage: 1 }) as unknown as StageDue
    const talk = (caseId: string, dueOn: string) => ({ caseId, dueOn, kind: 'parents' }) as unknown as ConferenceDue
    expect(order({ stages: [stage('a', '2026-11-22'), stage('b', '2026-11-15')], talks: [talk('a', TODAY)] })).toEqual([
      '1 stage b 1',
      '2 talk parents a',
      '2 stage a 1',
    ])
  })
  it('no two lines have the same key, even about one student', () => {
    const keys = dueLines(
      {
        contacts: [call('a', TODAY), { ...call('a', TODAY), why: 'next' }],
        followups: [followup('a', TODAY)],
        letters: [letter('a', TODAY)],
      },
      TODAY,
    ).map(({ key }) => key)
    expect(new Set(keys).size).toBe(4)
  })
  it('lists that have not come yet are no lines', () => {
    expect(dueLines({}, TODAY)).toEqual([])
  })
})
