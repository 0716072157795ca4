import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import { MORNING, testContext } from '#tests/context'
import { walkIn } from '#tests/records'

const DAY = 86_400_000
/** Stands in everything that is written in the case. */
const WORD = '纸鹤折进窗台'

/** A closed case with one signed note. */
const closedCase = async (text = WORD) => {
  const t = testContext()
  const { id: studentId } = await t.client.students.add({
    id: randomUUID(),
    fields: { kind: 'roster', name: '赵可欣' },
    guardians: [],
  })
  const visit = await t.client.visits.register({
    id: randomUUID(),
    studentId,
    fields: walkIn(t.me.id, { request: text }),
  })
  const about = { caseId: visit.caseId, studentId }
  const name = { visitId: visit.id, studentId }
  await t.client.notes.save({ ...name, version: 0, body: { ...EMPTY_NOTE, state: text } })
  const note = await t.client.notes.sign({ ...name, version: 1 })
  await t.client.notes.append({ id: randomUUID(), noteId: note.id, studentId, text })
  const close = () => t.client.cases.close({ ...about, reason: 'goal-reached', closeNote: text, advice: text })
  await close()
  const file = () => t.client.archives.file({ ...about, box: '柜 2 第 3 盒' })
  const destruction = {
    ...about,
    archiveNo: 'D2026-001',
    reason: '保管期满',
    earlyReason: '',
    method: '数据覆盖，纸质碎毁',
    approvedBy: '王校长',
    isOnPaper: true,
    witness: '周老师',
  }
  const destroy = (change: object = {}) => t.client.archives.destroy({ ...destruction, id: randomUUID(), ...change })
  return { t, about, visit, note, file, destroy }
}

it('a closed case waits for the archive, is filed under the number of its year and can no longer be reopened', async () => {
  const { t, about, file } = await closedCase()
  const list = (view: 'to-archive' | 'archived') => t.client.archives.list({ view, offset: 0, limit: 10 })
  expect((await list('to-archive')).rows).toMatchObject([{ studentName: '赵可欣', no: null }])
  expect(await file()).toMatchObject({
    no: 'D2026-001',
    box: '柜 2 第 3 盒',
    archivedOn: '2026-11-21',
    keepUntil: null,
  })
  await expect(file()).rejects.toMatchObject({ code: 'conflict', data: { reason: 'archived' } })
  expect(await list('to-archive')).toMatchObject({ total: 0, counts: { archived: 1, due: 0 } })
  await expect(t.client.cases.reopen({ ...about, reason: '复学' })).rejects.toMatchObject({
    data: { reason: 'archived' },
  })
  const { stages } = await t.client.cases.progress({ caseId: about.caseId })
  expect(stages.at(-1)).toMatchObject({ stage: 'archived', state: 'done', on: '2026-11-21' })
})

it('no years are assumed; the school’s rule gives the day, and a hold keeps the case whatever the day says', async () => {
  const { t, about, file, destroy } = await closedCase()
  const rules = await t.client.archives.rules({})
  expect(rules.keepYears).toBeNull()
  await t.client.archives.saveRules({ rules: { ...rules, keepYears: 3 } })
  expect((await file()).keepUntil).toBe('2029-11-21')
  t.setTime(Date.UTC(2029, 10, 22))
  const due = async () => (await t.client.archives.list({ view: 'due', offset: 0, limit: 10 })).total
  expect(await due()).toBe(1)
  await t.client.archives.change({ ...about, box: '', keepUntil: '2029-11-21', holdReason: '有申诉在处理' })
  expect(await due()).toBe(0)
  await expect(destroy()).rejects.toMatchObject({ code: 'conflict', data: { reason: 'held' } })
})

it('papers of the file are there, promised for a day, or not needed; what is overdue asks for attention', async () => {
  const { t, about } = await closedCase()
  const note = (line: object) =>
    t.client.archives.notePaper({
      ...about,
      line: { item: 'guardian-consent', state: 'promised', promisedOn: null, note: '', ...line },
    })
  await expect(note({})).rejects.toMatchObject({ data: { reason: 'no-day' } })
  await note({ promisedOn: '2026-11-23' })
  expect((await t.client.archives.get({ caseId: about.caseId })).papers).toContainEqual({
    item: 'guardian-consent',
    state: 'promised',
    promisedOn: '2026-11-23',
    note: '',
  })
  t.setTime(MORNING + 4 * DAY)
  expect(await t.client.cases.attention({})).toMatchObject([{ kind: 'paper', item: 'guardian-consent', days: 2 }])
  await note({ state: 'there' })
  expect(await t.client.cases.attention({})).toEqual([])
})

it('destroying asks for two names, the number typed, and a reason when it is early', async () => {
  const { file, destroy } = await closedCase()
  await expect(destroy()).rejects.toMatchObject({ data: { reason: 'not-archived' } })
  await file()
  await expect(destroy({ archiveNo: 'D2026-002' })).rejects.toMatchObject({ data: { field: 'archiveNo' } })
  await expect(destroy()).rejects.toMatchObject({ data: { field: 'earlyReason', reason: 'too-early' } })
  const early = { earlyReason: '监护人书面要求' }
  await expect(destroy({ ...early, witness: '王校长' })).rejects.toMatchObject({ data: { reason: 'same' } })
  expect(await destroy(early)).toMatchObject({
    destruction: { no: 'X2026-001', approvedBy: '王校长', witness: '周老师', counts: { notes: 1, addenda: 1 } },
  })
  await expect(destroy(early)).rejects.toMatchObject({ data: { reason: 'destroyed' } })
})

it('what was destroyed is empty, and the register and the counts stay', async () => {
  const { t, about, visit, file, destroy } = await closedCase()
  await file()
  await destroy({ earlyReason: '监护人书面要求' })
  const note = await t.client.notes.get({ visitId: visit.id })
  expect(JSON.stringify(note)).not.toContain(WORD)
  expect(await t.client.notes.search({ text: '纸鹤', limit: 10 })).toEqual([])
  expect(await t.client.cases.get({ caseId: about.caseId })).toMatchObject({
    closeNote: '',
    closeReason: 'goal-reached',
  })
  expect(await t.client.cases.list({ state: 'closed', offset: 0, limit: 10 })).toMatchObject({
    total: 1,
    rows: [{ studentName: '赵可欣', visitCount: 1 }],
  })
  expect((await t.client.archives.list({ view: 'destroyed', offset: 0, limit: 10 })).rows).toMatchObject([
    { no: 'D2026-001', destructionNo: 'X2026-001' },
  ])
})

it('outside a destruction what is signed stays untouchable, and a destruction stays as it was', async () => {
  const { t, file, destroy } = await closedCase()
  await file()
  await destroy({ earlyReason: '监护人书面要求' })
  const { db } = t.room.connection.vault
  expect(() => db.exec(`UPDATE notes SET body = '{}' WHERE state = 'signed'`)).not.toThrow()
  expect(() => db.exec(`UPDATE notes SET body = '{"state":"x"}'`)).toThrow('a signed note never changes')
  expect(() => db.exec(`UPDATE addenda SET text = 'x'`)).toThrow('an addendum never changes')
  expect(() => db.exec(`UPDATE case_events SET text = 'x'`)).toThrow('what happened stays')
  expect(() => db.exec(`UPDATE destructions SET is_open = 1`)).toThrow('what happened stays')
  expect(() => db.exec(`DELETE FROM destructions`)).toThrow('what happened stays')
  expect(() => db.exec(`UPDATE archives SET destruction_id = NULL`)).toThrow('what is destroyed does not come back')
})

it('a second case of the same student keeps its words', async () => {
  const { t, about, file, destroy } = await closedCase()
  await file()
  t.setTime(MORNING + 30 * DAY)
  const next = await t.client.visits.register({
    id: randomUUID(),
    studentId: about.studentId,
    fields: walkIn(t.me.id, { request: '又来了', arrivedAt: '2026-12-21T08:00' }),
  })
  await destroy({ earlyReason: '监护人书面要求' })
  expect((await t.client.visits.get({ visitId: next.id })).request).toBe('又来了')
})

it('the certificate, the archive list and the checklist print; a case that stands has no certificate', async () => {
  const { t, about, file, destroy } = await closedCase()
  await file()
  const print = (
    form: 'destruction' | 'archive-list' | 'file-checklist' | 'closure' | 'termination',
    subjectId = about.caseId,
  ) => t.client.prints.preview({ form, subjectId })
  await expect(print('destruction')).rejects.toMatchObject({ data: { reason: 'not-destroyed' } })
  await expect(print('termination')).rejects.toMatchObject({ data: { reason: 'not-terminated' } })
  expect((await print('closure')).caseCounts).toEqual({ visits: 1, firstOn: '2026-11-21', lastOn: '2026-11-21' })
  await destroy({ earlyReason: '监护人书面要求' })
  expect((await print('destruction')).archive?.destruction?.no).toBe('X2026-001')
  expect((await print('archive-list', '2026-01-01|2026-12-31')).archiveLines).toHaveLength(1)
  expect((await print('file-checklist')).papers.length).toBeGreaterThan(3)
})
