import type { TimelineItem } from '#contract/students'
import type { ReadableDb } from '#db/connection'
import { findAidByStudent } from '#db/repos/aid'
import { findAcceptancesByStudent } from '#db/repos/acceptances'
import { findConferencesByStudent } from '#db/repos/conferences'
import { findContactsByStudent } from '#db/repos/contacts'
import { findDeclinesByStudent } from '#db/repos/declines'
import { findLettersByStudent } from '#db/repos/letters'
import { findObservationsByStudent } from '#db/repos/observations'

const EXCERPT = 120
const blank = { endedAt: null, no: null, visitId: null }

/** What came from, and went to, those around a student. A letter's words are read with the letter. */
export const contactItems = (db: ReadableDb, studentId: string): TimelineItem[] => [
  ...findContactsByStudent(db, studentId).map((contact): TimelineItem => ({
    ...blank,
    kind: 'contact',
    id: contact.id,
    at: contact.at,
    enteredAt: contact.enteredAt,
    what: contact.kind,
    by: contact.enteredBy.name,
    facts: {
      relation: contact.relation,
      name: contact.name,
      way: contact.way,
      direction: contact.direction,
      outcome: contact.outcome,
      minutes: contact.minutes,
      due: contact.repliedAt === null ? contact.replyDue : null,
    },
    excerpt: cut(contact.summary),
  })),
  ...findConferencesByStudent(db, studentId).map((conference): TimelineItem => ({
    ...blank,
    kind: 'conference',
    id: conference.id,
    at: conference.at,
    enteredAt: conference.enteredAt,
    what: conference.kind,
    no: conference.no,
    by: conference.enteredBy,
    facts: { minutes: conference.minutes, caseId: conference.caseId },
    excerpt: cut(conference.agreed || conference.aims),
  })),
  ...findLettersByStudent(db, studentId).map(({ id, no, receivedOn, enteredAt, state, isRisk }): TimelineItem => ({
    ...blank,
    kind: 'letter',
    id,
    at: `${receivedOn}T00:00`,
    enteredAt,
    what: state,
    no,
    by: null,
    facts: { risk: Number(isRisk) },
    excerpt: null,
  })),
  ...findObservationsByStudent(db, studentId).map((observation): TimelineItem => ({
    ...blank,
    kind: 'observation',
    id: observation.id,
    at: `${observation.observedOn}T00:00`,
    enteredAt: observation.enteredAt,
    what: observation.state,
    no: observation.no,
    by: observation.reporter,
    facts: { role: observation.reporterRole, outcome: observation.outcome, urgency: observation.urgency },
    excerpt: cut(observation.text),
  })),
  ...findAidByStudent(db, studentId).map((referral): TimelineItem => ({
    ...blank,
    kind: 'aid',
    id: referral.id,
    at: `${referral.onDay}T00:00`,
    enteredAt: referral.enteredAt,
    what: referral.state,
    no: referral.no,
    by: referral.enteredBy,
    facts: { kind: referral.kind, office: referral.office },
    excerpt: cut(referral.told),
  })),
  ...findAcceptancesByStudent(db, studentId).map((asked): TimelineItem => ({
    ...blank,
    kind: 'acceptance',
    id: asked.id,
    at: `${asked.askedOn}T00:00`,
    enteredAt: asked.enteredAt,
    what: asked.state,
    no: asked.no,
    by: asked.askedBy,
    facts: { source: asked.source, urgency: asked.urgency },
    excerpt: cut(asked.concern),
  })),
  ...findDeclinesByStudent(db, studentId).map((decline): TimelineItem => ({
    ...blank,
    kind: 'decline',
    id: decline.id,
    at: `${decline.onDay}T00:00`,
    enteredAt: decline.at,
    what: decline.endedAt === null ? 'stands' : 'ended',
    by: decline.by,
    facts: { because: decline.askedBecause, again: decline.askAgainOn },
    excerpt: cut(decline.words),
  })),
]

const cut = (text: string): string | null => {
  const whole = text.trim()
  return whole.length <= EXCERPT ? whole || null : `${whole.slice(0, EXCERPT).trimEnd()}…`
}
