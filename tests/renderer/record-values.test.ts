import { expect, test } from 'vitest'
import { REVISION_KINDS } from '#contract/code-tables'
import { migrations } from '#db/migrations/all'
import { changedFields, recordValue } from '#lib/record-values'
import { en, zh } from '#lib/words/revisions'

const TIES = ['visit_id', 'person_id', 'about', 'about_id', 'student_id', 'on_day']

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
