import type { AidSlip } from '#contract/aid'
import type { Conference } from '#contract/conferences'
import { AppError } from '#contract/errors'
import type { ReadContext } from '#core/context'
import { found } from '#core/found'
import { findAid } from '#db/repos/aid'
import { findConference } from '#db/repos/conferences'
import { findContactsByStudent } from '#db/repos/contacts'
import { findLettersOf, findOpenings } from '#db/repos/letters'
import { findObservation } from '#db/repos/observations'
import { findStudent } from '#db/repos/students'
import { findStudentIdOf } from '#db/repos/subjects'
import { findPersons } from '#db/repos/support-persons'
import type { PaperKinds } from './content.ts'
import { periodOf } from './period-of.ts'
import { personOf } from './person-of.ts'

/** The form that teachers fill in by hand. */
const BLANK = 'blank'
type Db = Pick<ReadContext, 'db'>

/** Papers about those around a student: conferences, calls, letters, observations. */
export const contactPapers: PaperKinds<
  'conference' | 'conference-parents' | 'contact-log' | 'letterbox' | 'observation' | 'aid-slip'
> = {
  conference: {
    readAs: 'conference',
    studentOf: (ctx, id) => conferenceOf(ctx, id).studentId,
    content(ctx, id) {
      const conference = conferenceOf(ctx, id)
      if (conference.kind === 'discussion') return { conference: withoutName(ctx, conference) }
      return { ...personOf(ctx, conference.studentId), conference }
    },
  },
  'conference-parents': {
    readAs: 'conference',
    studentOf: (ctx, id) => forParents(ctx, id).studentId,
    content(ctx, id) {
      const conference = forParents(ctx, id)
      return { ...personOf(ctx, conference.studentId), conference: { ...conference, inside: '' } }
    },
  },
  'contact-log': {
    readAs: 'student',
    studentOf: (ctx, studentId) => found(findStudentIdOf(ctx.db, 'student', studentId), 'subjectId'),
    content: (ctx, studentId) => ({
      ...personOf(ctx, studentId),
      contactLog: {
        persons: findPersons(ctx.db, studentId).map((person) => ({
          ...person,
          phone: person.confirmedAt === null ? '' : person.phone,
        })),
        contacts: findContactsByStudent(ctx.db, studentId).toReversed(),
      },
    }),
  },
  letterbox: {
    studentOf(_ctx, subjectId) {
      periodOf(subjectId)
      return null
    },
    content(ctx, subjectId) {
      const { from, to } = periodOf(subjectId)
      return {
        period: { from, to },
        letterbox: { openings: findOpenings(ctx.db, from, to), letters: findLettersOf(ctx.db, from, to) },
      }
    },
  },
  observation: {
    readAs: 'observation',
    studentOf: (ctx, id) => (id === BLANK ? null : observationOf(ctx, id).studentId),
    content(ctx, id) {
      if (id === BLANK) return {}
      const observation = observationOf(ctx, id)
      return { ...personOf(ctx, observation.studentId), observation }
    },
  },
  'aid-slip': {
    readAs: 'aid',
    studentOf: (ctx, id) => aidOf(ctx, id).studentId,
    content: (ctx, id) => ({ aidSlip: slipOf(ctx, id) }),
  },
}

const conferenceOf = ({ db }: Db, id: string): Conference => found(findConference(db, id), 'subjectId')
const observationOf = ({ db }: Db, id: string) => found(findObservation(db, id), 'subjectId')

function forParents(ctx: Db, id: string): Conference {
  const conference = conferenceOf(ctx, id)
  if (conference.kind !== 'parents') throw new AppError('conflict', { field: 'subjectId', reason: 'not-for-parents' })
  return conference
}

const aidOf = ({ db }: Db, id: string) => found(findAid(db, id), 'subjectId')

/** An office is handed who it is and what it is told; nothing else of the file leaves with it. */
function slipOf(ctx: Db, id: string): AidSlip {
  const { studentId, no, onDay, kind, office, told, answerDue, enteredBy } = aidOf(ctx, id)
  const { name, className, studentNo } = found(findStudent(ctx.db, studentId), 'subjectId')
  return { no, onDay, kind, office, told, answerDue, enteredBy, studentName: name, className, studentNo }
}

/** Colleagues speak of the number of a case (000-O 四.4): wherever the name was written, the number stands instead. */
function withoutName({ db }: Db, conference: Conference): Conference {
  const { name } = found(findStudent(db, conference.studentId), 'subjectId')
  const hidden = (text: string): string => text.replaceAll(name, conference.caseNo)
  const { aims, atHome, atSchool, course, effect, agreed, attendees } = conference
  return {
    ...conference,
    attendees: attendees.filter((one) => one.name !== name),
    aims: hidden(aims),
    atHome: hidden(atHome),
    atSchool: hidden(atSchool),
    course: hidden(course),
    effect: hidden(effect),
    agreed: hidden(agreed),
    inside: '',
  }
}
