import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import type { DialogRequest } from '#lib/dialogs'
import { paths } from '#lib/paths'

export type DraftLine = { form: string; subjectId: string; savedAt: string }
/** Whom a form that was begun is about, and where it opens again. */
type DraftAbout = { name: string | null; path?: string; request?: DialogRequest }

export const draftAboutQuery = (draft: DraftLine) =>
  queryOptions({ queryKey: ['drafts', 'about', draft.form, draft.subjectId], queryFn: () => aboutOf(draft) })

const nameOf = async (studentId: string) => (await client.students.header({ studentId })).student.name

/** Null for a form that no screen of today knows any more. */
const aboutOf = async ({ form, subjectId }: DraftLine): Promise<DraftAbout | null> => {
  switch (form) {
    case 'visit':
    case 'student':
    case 'observation':
      return {
        name: subjectId ? await nameOf(subjectId) : null,
        request: { kind: form, studentId: subjectId || null },
      }
    case 'contact':
      return { name: subjectId ? await nameOf(subjectId) : null, request: { kind: form, studentId: subjectId || null } }
    case 'contact-answer':
      return { name: null, request: { kind: 'contact', studentId: null, answersId: subjectId } }
    case 'letter':
      return { name: null, request: { kind: form } }
    case 'letter-reply':
    case 'letter-summary': {
      const { studentId, studentName } = await client.letters.get({ letterId: subjectId })
      return { name: studentName, request: { kind: 'letter-sheet', letterId: subjectId, studentId } }
    }
    case 'followup': {
      const due = (await client.followups.due({})).find(({ id }) => id === subjectId)
      return due
        ? {
            name: due.studentName,
            request: { kind: 'followup', studentId: due.studentId, caseId: due.caseId, followupId: subjectId },
          }
        : null
    }
    case 'aid':
      return { name: await nameOf(subjectId), request: { kind: 'aid', studentId: subjectId } }
    case 'aid-change':
    case 'aid-answer': {
      const referral = await client.aid.get({ aidId: subjectId })
      const { studentId } = referral
      return {
        name: await nameOf(studentId),
        request:
          form === 'aid-change'
            ? { kind: 'aid', studentId, referral }
            : { kind: 'aid-sheet', studentId, aidId: subjectId },
      }
    }
    case 'hardship': {
      const { hardship } = await client.aid.ofStudent({ studentId: subjectId })
      return { name: await nameOf(subjectId), request: { kind: 'hardship', studentId: subjectId, hardship } }
    }
    case 'growth':
      return { name: await nameOf(subjectId), request: { kind: 'growth', studentId: subjectId, growthId: null } }
    case 'referral':
    case 'risk':
    case 'consent':
    case 'assessment':
    case 'first-feedback':
      return { name: await nameOf(subjectId), request: { kind: form, studentId: subjectId } }
    case 'addendum': {
      const { studentId } = await client.visits.get({ visitId: subjectId })
      return { name: await nameOf(studentId), path: paths.note(subjectId) }
    }
    case 'screening-seen':
      return { name: await nameOf(subjectId), path: paths.screenings }
    case 'screening-import':
      return { name: (await client.screenings.get({ roundId: subjectId })).name, path: paths.screening(subjectId) }
    case 'crisis-line':
    case 'close-crisis': {
      const crisis = (await client.crises.list({ state: 'all' })).find(({ id }) => id === subjectId)
      return crisis ? { name: crisis.studentName, path: paths.crisis(subjectId) } : null
    }
    case 'return': {
      const referral = (await client.referrals.list({ state: 'all' })).find(({ id }) => id === subjectId)
      if (!referral) return null
      const request: DialogRequest = { kind: 'return', studentId: referral.studentId, referralId: subjectId }
      return { name: referral.studentName, request }
    }
    case 'interpretation': {
      const { rows } = await client.assessments.list({
        state: 'interpreted',
        instrumentId: null,
        offset: 0,
        limit: 200,
      })
      const line = rows.find(({ id }) => id === subjectId)
      return line ? { name: line.studentName, path: paths.assessment(subjectId) } : null
    }
    case 'hand-over':
      return { name: null, path: paths.settings }
    case 'briefing': {
      const { studentId } = await client.cases.get({ caseId: subjectId })
      const request: DialogRequest = { kind: 'conference', studentId, caseId: subjectId, about: 'briefing' }
      return { name: await nameOf(studentId), request }
    }
    case 'stage':
    case 'conference':
    case 'close-case':
    case 'declaration':
    case 'stability':
    case 'transfer': {
      const { studentId } = await client.cases.get({ caseId: subjectId })
      return { name: await nameOf(studentId), request: { kind: form, studentId, caseId: subjectId } }
    }
    default:
      return form.startsWith('thresholds ') ? { name: null, path: paths.instruments } : null
  }
}
