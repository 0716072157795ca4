import type { Step } from './story.ts'
import { attachment, close, consent, crisisDeeds, referralDeeds, risk } from './tell-care.ts'
import { intakeDeed, markDeed, planDeed, reviewDeed } from './tell-plans.ts'
import { testDeeds } from './tell-tests.ts'
import { bookingDeeds, visitDeeds } from './tell-visits.ts'
import { type Deed, type Subject, type Teller, wallTime } from './telling.ts'

/** The calls that one step of a story stands for, each at its own minute. */
export function deedsOf(teller: Teller, who: Subject, step: Step): Deed[] {
  switch (step.kind) {
    case 'visit':
      return visitDeeds(teller, who, step)
    case 'booking':
      return bookingDeeds(teller, who, step)
    case 'consent':
      return [{ at: wallTime(teller, step), run: () => consent(teller, who, step) }]
    case 'attachment':
      return [{ at: wallTime(teller, step), run: () => attachment(teller, who, step) }]
    case 'risk':
      return [{ at: wallTime(teller, step), run: () => risk(teller, who, step) }]
    case 'crisis':
      return crisisDeeds(teller, who, step)
    case 'referral':
      return referralDeeds(teller, who, step)
    case 'test':
      return testDeeds(teller, who, step)
    case 'intake':
      return [intakeDeed(teller, who, step)]
    case 'plan':
      return [planDeed(teller, who, step)]
    case 'mark':
      return [markDeed(teller, who, step)]
    case 'review':
      return [reviewDeed(teller, who, step)]
    case 'close':
      return [{ at: wallTime(teller, step), run: () => close(teller, who, step) }]
  }
}
