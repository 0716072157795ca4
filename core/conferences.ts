import type { Conference, conferences } from '#contract/conferences'
import type { AuditEvent } from '#core/audit'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { termNumber } from '#core/numbers'
import { openCase } from '#core/open-case'
import { getSetting, saveSetting } from '#core/settings'
import { putChoice } from '#db/repos/conference-months'
import { findConference, findConferencesByCase, insertConference, updateConference } from '#db/repos/conferences'
import { stampRevisions } from '#db/repos/revisions'
import { briefingsDue } from './conferences/briefing.ts'
import { isUndecided, monthLines, monthOf, parentsDue } from './conferences/month.ts'

export const conferencesHandlers: Handlers<typeof conferences> = {
  listByCase: (ctx, { caseId }) => findConferencesByCase(ctx.db, caseId),
  record(ctx, { id, caseId, studentId, fields }) {
    insertConference(ctx.db, {
      ...fields,
      id,
      caseId,
      studentId,
      no: termNumber(ctx, 'conference', fields.at.slice(0, 10), 3),
      enteredBy: ctx.me.id,
      enteredAt: ctx.now(),
    })
    return recorded(ctx, 'conference.recorded', id)
  },
  update(ctx, { conferenceId, fields }) {
    conferenceOf(ctx, conferenceId)
    updateConference(ctx.db, conferenceId, fields)
    return recorded(ctx, 'conference.changed', conferenceId)
  },
  remove(ctx, { conferenceId, studentId, reason }) {
    conferenceOf(ctx, conferenceId)
    updateConference(ctx.db, conferenceId, { deletedAt: ctx.now() })
    stampRevisions(ctx.db, { at: ctx.now(), by: ctx.me.id, reason })
    ctx.audit('conference.removed', { subjectId: conferenceId, studentId })
    return { ok: true }
  },
  month(ctx) {
    const lines = monthLines(ctx)
    return { month: monthOf(ctx.today()), undecided: lines.filter(isUndecided).length, lines }
  },
  choose(ctx, { caseId, studentId, choice, why }) {
    openCase(ctx, caseId)
    putChoice(ctx.db, { month: monthOf(ctx.today()), caseId, studentId, choice, why, by: ctx.me.id, at: ctx.now() })
    ctx.audit('conference.month-chosen', { subjectId: caseId, studentId })
    return { ok: true }
  },
  due: (ctx) => [...briefingsDue(ctx), ...parentsDue(ctx)],
  rules: (ctx) => getSetting(ctx.db, 'conferenceRules'),
  saveRules(ctx, { rules }) {
    saveSetting(ctx.db, 'conferenceRules', {
      ...rules,
      weekdays: [...new Set(rules.weekdays)].toSorted((a, b) => a - b),
    })
    ctx.audit('settings.changed', { subjectId: 'conferenceRules' })
    return { ok: true }
  },
}

const conferenceOf = (ctx: ReadContext | WriteContext, id: string): Conference =>
  found(findConference(ctx.db, id), 'conferenceId')

function recorded(ctx: WriteContext, event: AuditEvent, id: string): Conference {
  const conference = conferenceOf(ctx, id)
  ctx.audit(event, { subjectId: id, studentId: conference.studentId })
  return conference
}
