import { expect, test } from 'vitest'
import { REVISION_KINDS, type RevisionKind } from '#contract/revision-tables'
import { migrations } from '#db/migrations/all'
import { changedFields, recordValue } from '#lib/record-values'
import { en, zh } from '#lib/words/revisions'
import { STAFF } from '#tests/people'

const TIES = ['visit_id', 'person_id', 'about', 'about_id', 'student_id']

test('every field of which earlier states are kept has a name a person can read', () => {
  const kept = migrations
    .flatMap(({ sql }) => [...sql.matchAll(/_keep_history AFTER UPDATE .*?json_object\((.*?)\)\)/gsu)])
    .flatMap(([, columns = '']) => [...columns.matchAll(/'(\w+)'/gu)].map(([, name = '']) => name))
  const named = [...new Set(kept)].filter((name) => !TIES.includes(name)).toSorted()
  expect(Object.keys(zh.fields).toSorted()).toEqual(named)
  expect(Object.keys(en.fields).toSorted()).toEqual(named)
})

test('every kind of record has a name', () => {
  expect(Object.keys(zh.kinds).toSorted()).toEqual([...REVISION_KINDS].toSorted())
})

test('only what differs is shown, and nothing that only ties records together', () => {
  const then = { name: '李若溪', phone: '', visit_id: 'a' }
  expect(changedFields(then, { name: '李若曦', phone: '', visit_id: 'b' })).toEqual(['name'])
})

test('a stored key is read as the word of its list, an account as a person, an empty list as nothing', () => {
  expect(recordValue('visit', 'state', 'booked')).toEqual({ is: 'keys', list: 'visitStates', keys: ['booked'] })
  expect(recordValue('visit', 'other_problems', '["peers","sleep"]')).toMatchObject({ keys: ['peers', 'sleep'] })
  expect(recordValue('visit', 'receiver_id', 'x')).toEqual({ is: 'account', id: 'x' })
  expect(recordValue('visit', 'other_problems', '[]')).toEqual({ is: 'empty' })
  expect(recordValue('visit', 'door_open', 0)).toEqual({ is: 'no' })
  expect(recordValue('visit', 'request', '[不是清单')).toEqual({ is: 'text', text: '[不是清单' })
})

test('the keys of every kind of record stand as words, several of them as a list', () => {
  expect(recordValue('contact', 'told_topics', '["attendance","help"]')).toEqual({
    is: 'keys',
    list: 'toldTopics',
    keys: ['attendance', 'help'],
  })
  expect(recordValue('observation', 'signs', '["crying"]')).toMatchObject({ list: 'observationSigns' })
  expect(recordValue('letter', 'state', 'filed')).toMatchObject({ list: 'letterStates' })
  expect(recordValue('followup', 'way', 'phone')).toMatchObject({ list: 'followupWays' })
  expect(recordValue('person', 'may_know', '["comes"]')).toMatchObject({ list: 'mayKnow' })
  expect(recordValue('growth', 'kind', 'gain')).toMatchObject({ list: 'growthKinds' })
  expect(recordValue('conference', 'kind', 'parents')).toMatchObject({ list: 'conferenceKinds' })
  expect(recordValue('attachment', 'kind', 'medical')).toMatchObject({ list: 'attachmentKinds' })
  expect(recordValue('consent', 'shared_with', 'hospital')).toMatchObject({ list: 'sharedWith' })
})

test('every kept field whose name is that of a closed list elsewhere is read by its own list', () => {
  const coded = [
    'state',
    'kind',
    'outcome',
    'way',
    'direction',
    'urgency',
    'writer',
    'mode',
    'signer',
    'channel',
    'sex',
  ]
  const inWords = ['aid_referrals.outcome']
  const kinds: Record<string, RevisionKind> = {
    students: 'student',
    visits: 'visit',
    consents: 'consent',
    referrals: 'referral',
    crises: 'crisis',
    letters: 'letter',
    observations: 'observation',
    support_persons: 'person',
    contacts: 'contact',
    conferences: 'conference',
    growth_entries: 'growth',
    attachments: 'attachment',
    aid_referrals: 'aid',
    hardships: 'hardship',
    followups: 'followup',
    reviews: 'review',
    stage_summaries: 'stage',
    acceptances: 'acceptance',
    declines: 'decline',
  }
  for (const { sql } of migrations)
    for (const [, table = '', columns = ''] of sql.matchAll(
      /(\w+)_keep_history AFTER UPDATE .*?json_object\((.*?)\)\)/gsu,
    )) {
      const kind = kinds[table]
      expect(kind, table).toBeDefined()
      if (!kind) continue
      for (const [, field = ''] of columns.matchAll(/'(\w+)'/gu))
        if (coded.includes(field) && !inWords.includes(`${table}.${field}`))
          expect(recordValue(kind, field, 'x'), `${table}.${field}`).toMatchObject({ is: 'keys' })
    }
})

test('the day of a visit is that of its times; of anything else it is read', () => {
  expect(changedFields({ on_day: '2026-11-20', booked_for: null }, { on_day: '2026-11-21', booked_for: null })).toEqual(
    [],
  )
  expect(changedFields({ on_day: '2026-11-20' }, { on_day: '2026-11-21' })).toEqual(['on_day'])
})

test('people in a list are read by their names', () => {
  const [one, other] = [STAFF.classTeacher.name, STAFF.counselor.name]
  const attendees = JSON.stringify([
    { name: one, role: '班主任' },
    { name: other, role: '' },
  ])
  expect(recordValue('conference', 'attendees', attendees)).toEqual({ is: 'text', text: `${one} 班主任、${other}` })
})
