import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'

export const todayQueries = {
  visits: (day: string) =>
    queryOptions({ queryKey: ['visits', 'day', day], queryFn: () => client.visits.listByDay({ day }) }),
  unfinished: () =>
    queryOptions({ queryKey: ['visits', 'unfinished'], queryFn: () => client.visits.listUnfinished({}) }),
  drafts: () => queryOptions({ queryKey: ['drafts', 'list'], queryFn: () => client.drafts.list({}) }),
  draftText: (form: string, subjectId: string) =>
    queryOptions({
      queryKey: ['drafts', 'text', form, subjectId],
      queryFn: () => client.drafts.get({ form, subjectId }),
      staleTime: 0,
    }),
  crises: () =>
    queryOptions({ queryKey: ['crises', 'list', 'open'], queryFn: () => client.crises.list({ state: 'open' }) }),
  tasks: () => queryOptions({ queryKey: ['assessments', 'tasks'], queryFn: () => client.assessments.tasks({}) }),
  waitingTests: () =>
    queryOptions({ queryKey: ['assessments', 'waiting'], queryFn: () => client.assessments.waiting({}) }),
  screenings: () => queryOptions({ queryKey: ['screenings', 'list'], queryFn: () => client.screenings.list({}) }),
  waitingReferrals: () =>
    queryOptions({
      queryKey: ['referrals', 'list', 'waiting'],
      queryFn: () => client.referrals.list({ state: 'waiting' }),
    }),
  contactsDue: () => queryOptions({ queryKey: ['contacts', 'due'], queryFn: () => client.contacts.due({}) }),
  letters: () =>
    queryOptions({ queryKey: ['letters', 'list', 'unread'], queryFn: () => client.letters.list({ state: 'unread' }) }),
  letterbox: () => queryOptions({ queryKey: ['letters', 'status'], queryFn: () => client.letters.status({}) }),
  observations: () =>
    queryOptions({
      queryKey: ['observations', 'list', 'open'],
      queryFn: () => client.observations.list({ state: 'open' }),
    }),
  followupsDue: () => queryOptions({ queryKey: ['followups', 'due'], queryFn: () => client.followups.due({}) }),
  reviewsDue: () => queryOptions({ queryKey: ['reviews', 'due'], queryFn: () => client.reviews.due({}) }),
  aidDue: () => queryOptions({ queryKey: ['aid', 'due'], queryFn: () => client.aid.due({}) }),
  stagesDue: () => queryOptions({ queryKey: ['stages', 'due'], queryFn: () => client.stages.due({}) }),
  talksDue: () => queryOptions({ queryKey: ['conferences', 'due'], queryFn: () => client.conferences.due({}) }),
  month: () => queryOptions({ queryKey: ['conferences', 'month'], queryFn: () => client.conferences.month({}) }),
  attention: () => queryOptions({ queryKey: ['cases', 'attention'], queryFn: () => client.cases.attention({}) }),
  toConfirm: () =>
    queryOptions({ queryKey: ['appointments', 'to-confirm'], queryFn: () => client.appointments.toConfirm({}) }),
  askAgain: () => queryOptions({ queryKey: ['declines', 'again'], queryFn: () => client.declines.again({}) }),
  dayState: () => queryOptions({ queryKey: ['days', 'state'], queryFn: () => client.days.state({}) }),
  dayToMove: (day: string) =>
    queryOptions({
      queryKey: ['appointments', 'to-move', day],
      queryFn: () => client.appointments.dayToMove({ day }),
      staleTime: 0,
    }),
  dayEnd: (day: string) =>
    queryOptions({ queryKey: ['days', 'end', day], queryFn: () => client.days.compile({ day }), staleTime: 0 }),
  /** Whether there is anybody to register yet. */
  anyStudent: () =>
    queryOptions({
      queryKey: ['students', 'any'],
      queryFn: async () => {
        const input = { text: '', grade: null, className: null, known: false, offset: 0, limit: 1 }
        return (await client.students.list(input)).total > 0
      },
    }),
}
