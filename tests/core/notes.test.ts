import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import type { Visit } from '#contract/visits'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { walkIn } from '#tests/records'

let t: TestContext
let visit: Visit
beforeEach(async () => {
  t = testContext()
  visit = await newVisit()
})
const newVisit = async (studentId?: string): Promise<Visit> => {
  const id =
    studentId ??
    (await t.client.students.add({ id: randomUUID(), fields: { kind: 'roster', name: '李若溪' }, guardians: [] })).id
  return t.client.visits.register({ id: randomUUID(), studentId: id, fields: walkIn(t.me.id) })
}
const save = (version: number, text: string, of = visit) =>
  t.client.notes.save({ visitId: of.id, studentId: of.studentId, version, body: { ...EMPTY_NOTE, problem: text } })
const sign = (version: number) => t.client.notes.sign({ visitId: visit.id, studentId: visit.studentId, version })

describe('session notes', () => {
  it('a note is saved, read again, signed, and then never changes', async () => {
    await save(0, '她说')
    await save(1, '她说分组时没有人叫她')
    const signed = await sign(2)
    expect(signed).toMatchObject({ state: 'signed', signedBy: t.me.name, body: { problem: '她说分组时没有人叫她' } })
    await expect(save(2, '改掉')).rejects.toMatchObject({ code: 'conflict', data: { reason: 'signed' } })
    await expect(sign(2)).rejects.toMatchObject({ code: 'conflict', data: { reason: 'signed' } })
    const { db } = t.room.connection.vault
    expect(() => db.exec(`UPDATE notes SET body = '{}'`)).toThrow(/never changes/u)
    expect(() => db.exec('DELETE FROM notes')).toThrow(/never deleted/u)
    expect(await t.client.notes.get({ visitId: visit.id })).toEqual(signed)
  })
  it('an addendum stands below with date and author and leaves the note as it was', async () => {
    await save(0, '她说')
    const signed = await sign(1)
    const text = '当天下午班主任来电，已回复。'
    await expect(
      t.client.notes.append({ id: randomUUID(), noteId: signed.id, studentId: randomUUID(), text }),
    ).rejects.toMatchObject({ data: { reason: 'wrong-student' } })
    const appended = await t.client.notes.append({
      id: randomUUID(),
      noteId: signed.id,
      studentId: visit.studentId,
      text,
    })
    expect(appended).toEqual({ ...signed, addenda: [expect.objectContaining({ text, writtenBy: t.me.name })] })
  })
  it('what was typed upon an older version is refused and nothing is overwritten', async () => {
    await save(0, '第一')
    await save(1, '第二')
    await expect(save(1, '另一个窗口')).rejects.toMatchObject({ code: 'conflict', data: { reason: 'moved-on' } })
    expect((await t.client.notes.get({ visitId: visit.id }))?.body.problem).toBe('第二')
  })
  it('saving the same text again, as after a lost answer, makes no new version', async () => {
    await save(0, '同样')
    expect((await save(1, '同样')).version).toBe(1)
  })
  it('an empty note is not signed', async () => {
    await save(0, '  ')
    await expect(sign(1)).rejects.toMatchObject({ code: 'invalid', data: { reason: 'empty' } })
  })
  it('keeps what stood there before after two minutes of typing, and the signed text', async () => {
    await save(0, '一')
    await save(1, '一二')
    t.setTime(MORNING + 130_000)
    await save(2, '一二三')
    await save(3, '一二三四')
    await sign(4)
    const note = await t.client.notes.get({ visitId: visit.id })
    const versions = await t.client.notes.versions({ noteId: note!.id })
    expect(versions.map((version) => version.body.problem)).toEqual(['一', '一二', '一二三', '一二三四'])
  })
  it('the last note of the same student is offered, never that of another', async () => {
    await save(0, '第一次来')
    const second = await newVisit(visit.studentId)
    const stranger = await newVisit()
    expect((await t.client.notes.previous({ visitId: second.id }))?.body.problem).toBe('第一次来')
    expect(await t.client.notes.previous({ visitId: stranger.id })).toBeNull()
    expect(await t.client.notes.previous({ visitId: visit.id })).toBeNull()
  })
  it('a note before the person has come is refused', async () => {
    const fields = walkIn(t.me.id, { arrivedAt: null, bookedFor: '2026-11-21T12:10' })
    const booked = await t.client.visits.register({ id: randomUUID(), studentId: visit.studentId, fields })
    await expect(save(0, '早了', booked)).rejects.toMatchObject({ data: { reason: 'not-arrived' } })
  })
})

describe('finding words in notes', () => {
  it('two characters are found in any note, newest first, and after a change only the new words', async () => {
    await save(0, '连续两周失眠，食欲下降')
    const second = await newVisit()
    await save(0, '考前焦虑，偶尔失眠 GAD', second)
    const find = async (text: string) => (await t.client.notes.search({ text, limit: 20 })).map((hit) => hit.visitId)
    expect(await find('失眠')).toEqual([second.id, visit.id])
    expect(await find('食欲下降')).toEqual([visit.id])
    expect(await find('失眠 焦虑')).toEqual([second.id])
    expect(await find('眠')).toEqual([second.id, visit.id])
    expect(await find('gad')).toEqual([second.id])
    expect(await find('周失眠考')).toEqual([])
    await save(1, '睡得好多了')
    expect(await find('失眠')).toEqual([second.id])
  })
  it('signs in the text do not disturb the search', async () => {
    await save(0, `"引号" AND (括号) * 100%`)
    for (const text of ['"', 'AND', '(', '*', '%', `'; DROP TABLE notes`, '引号"'])
      await expect(t.client.notes.search({ text, limit: 5 })).resolves.toBeInstanceOf(Array)
    expect(await t.client.notes.search({ text: '引号', limit: 5 })).toHaveLength(1)
  })
})
