import { type DraftForm, draftFormOf } from '#contract/draft-forms'
import type { DraftLine } from '#contract/drafts'
import { client } from '#lib/client'
import type { DialogRequest } from '#lib/dialogs'
import { paths } from '#lib/paths'

/** What a place has to ask for before it opens; the content of a record is read when somebody goes there, not for the list. */
export type Asked = {
  acceptances: Pick<typeof client.acceptances, 'get'>
  aid: Pick<typeof client.aid, 'get' | 'ofStudent'>
  waits: Pick<typeof client.waits, 'list'>
  contacts: Pick<typeof client.contacts, 'persons' | 'get'>
  conferences: Pick<typeof client.conferences, 'listByCase'>
  declines: Pick<typeof client.declines, 'get'>
  reviews: Pick<typeof client.reviews, 'list'>
}
/** A dialog, or the path of a page. */
export type Place = DialogRequest | string
type Finding = (line: DraftLine, from: Asked) => Place | null | Promise<Place | null>

const ofStudent =
  (place: (studentId: string, line: DraftLine) => Place): Finding =>
  (line) =>
    line.student && place(line.student.id, line)
const ofCase =
  (
    kind:
      | 'close-case'
      | 'declaration'
      | 'destroy'
      | 'entry'
      | 'intake-reopening'
      | 'review'
      | 'stability'
      | 'stage'
      | 'transfer',
  ): Finding =>
  ({ student, caseId }) =>
    student && caseId && { kind, studentId: student.id, caseId }
/** About a student, or about nobody yet. */
const ofAnybody =
  (kind: 'visit' | 'student' | 'observation' | 'contact' | 'acceptance'): Finding =>
  ({ student, subjectId }) =>
    student || subjectId === '' ? { kind, studentId: student?.id ?? null } : null
const onPage =
  (path: (subjectId: string) => string): Finding =>
  ({ subject, subjectId }) =>
    subject && path(subjectId)

const PLACES: Record<DraftForm, Finding> = {
  acceptance: ofAnybody('acceptance'),
  'acceptance-answer': ofStudent((studentId, { subjectId }) => ({
    kind: 'acceptance-sheet',
    studentId,
    acceptanceId: subjectId,
  })),
  async 'acceptance-change'({ subjectId }, { acceptances }) {
    const acceptance = await acceptances.get({ acceptanceId: subjectId })
    return { kind: 'acceptance', studentId: acceptance.studentId, acceptance }
  },
  addendum: onPage(paths.note),
  aid: ofStudent((studentId) => ({ kind: 'aid', studentId })),
  'aid-answer': ofStudent((studentId, { subjectId }) => ({ kind: 'aid-sheet', studentId, aidId: subjectId })),
  async 'aid-change'({ subjectId }, { aid }) {
    const referral = await aid.get({ aidId: subjectId })
    return { kind: 'aid', studentId: referral.studentId, referral }
  },
  apart: onPage(paths.case),
  assessment: ofStudent((studentId) => ({ kind: 'assessment', studentId })),
  attachment: ofStudent((studentId, { subjectId }) => ({ kind: 'attachment', studentId, attachmentId: subjectId })),
  briefing: ({ student, caseId }) =>
    student && caseId && { kind: 'conference', studentId: student.id, caseId, about: 'briefing' },
  'close-case': ofCase('close-case'),
  'close-crisis': onPage(paths.crisis),
  async conference({ subject, subjectId, student, caseId }, { conferences }) {
    if (!student || !caseId) return null
    const about = { kind: 'conference', studentId: student.id, caseId } as const
    if (subject === 'case') return about
    const conference = (await conferences.listByCase({ caseId })).find(({ id }) => id === subjectId)
    return conference ? { ...about, conference } : null
  },
  consent: ofStudent((studentId) => ({ kind: 'consent', studentId })),
  'consent-withdrawal': ofStudent((studentId) => ({ kind: 'consent', studentId })),
  contact: ofAnybody('contact'),
  'contact-answer': ({ subject, subjectId }) => subject && { kind: 'contact', studentId: null, answersId: subjectId },
  async 'contact-change'({ subjectId }, { contacts }) {
    const contact = await contacts.get({ contactId: subjectId })
    return { kind: 'contact', studentId: contact.studentId, contact }
  },
  'crisis-line': onPage(paths.crisis),
  'day-end': ({ form }) => ({ kind: 'day-end', day: form.slice('day-end '.length) }),
  declaration: ofCase('declaration'),
  decline: ofStudent((studentId) => ({ kind: 'decline', studentId })),
  async 'decline-change'({ subjectId }, { declines }) {
    const decline = await declines.get({ declineId: subjectId })
    return { kind: 'decline', studentId: decline.studentId, decline }
  },
  destroy: ofCase('destroy'),
  entry: ofCase('entry'),
  'first-feedback': ofStudent((studentId) => ({ kind: 'first-feedback', studentId })),
  followup: ({ student, caseId, subjectId }) =>
    student && caseId && { kind: 'followup', studentId: student.id, caseId, followupId: subjectId },
  growth: ofStudent((studentId, { subject, subjectId }) => ({
    kind: 'growth',
    studentId,
    growthId: subject === 'growth' ? subjectId : null,
  })),
  async hardship({ student }, { aid }) {
    if (!student) return null
    const { hardship } = await aid.ofStudent({ studentId: student.id })
    return { kind: 'hardship', studentId: student.id, hardship }
  },
  'hand-over': () => paths.settingsOf('people'),
  'intake-reopening': ofCase('intake-reopening'),
  interpretation: onPage(paths.assessment),
  letter: () => ({ kind: 'letter' }),
  'letter-reply': letterSheet,
  'letter-summary': letterSheet,
  observation: ofAnybody('observation'),
  'observation-outcome': ofStudent((studentId, { subjectId }) => ({
    kind: 'observation-sheet',
    studentId,
    observationId: subjectId,
  })),
  async person({ student, subject, subjectId }, { contacts }) {
    if (!student) return null
    const about = { kind: 'person', studentId: student.id } as const
    if (subject === 'student') return about
    const person = (await contacts.persons({ studentId: student.id })).persons.find(({ id }) => id === subjectId)
    return person ? { ...about, person } : null
  },
  referral: ofStudent((studentId) => ({ kind: 'referral', studentId })),
  return: ofStudent((studentId, { subjectId }) => ({ kind: 'return', studentId, referralId: subjectId })),
  review: ofCase('review'),
  async 'review-change'({ student, caseId, subjectId }, { reviews }) {
    if (!student || !caseId) return null
    const review = (await reviews.list({ caseId })).find(({ id }) => id === subjectId)
    return review ? { kind: 'review', studentId: student.id, caseId, review } : null
  },
  risk: ofStudent((studentId) => ({ kind: 'risk', studentId })),
  'screening-import': ({ subjectId }) => paths.screening(subjectId),
  'screening-seen': ofStudent(() => paths.screenings),
  'shift-handover': () => paths.settingsOf('roster'),
  stability: ofCase('stability'),
  stage: ofCase('stage'),
  'stage-text': ({ student, caseId, subjectId }) =>
    student && caseId && { kind: 'stage', studentId: student.id, caseId, stageId: subjectId },
  student: ofAnybody('student'),
  task: ofStudent((studentId, { subjectId }) => ({ kind: 'task', studentId, taskId: subjectId })),
  thresholds: () => paths.instruments,
  transfer: ofCase('transfer'),
  visit: ofAnybody('visit'),
  async wait({ student }, { waits }) {
    if (!student) return null
    const wait = (await waits.list({})).find(({ studentId }) => studentId === student.id)
    return { kind: 'wait', studentId: student.id, ...(wait ? { wait } : {}) }
  },
}

function letterSheet({ subject, subjectId, student }: DraftLine): Place | null {
  return subject && { kind: 'letter-sheet', letterId: subjectId, studentId: student?.id ?? null }
}

/** Where a form that was begun goes on; null when what it was about is not there any more. */
export async function placeOfDraft(line: DraftLine, from: Asked = client): Promise<Place | null> {
  const form = draftFormOf(line.form)
  return form && PLACES[form](line, from)
}
