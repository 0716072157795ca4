import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { MOST_ATTACHMENT_BYTES } from '#contract/attachment-files'
import { testContext, type TestContext } from '#tests/context'
import { base64, exifSegment, jpeg, pdf, png, webp } from '#tests/core/attachments/pictures'
import { person } from '#tests/people'
import { walkIn } from '#tests/records'

const pupil = async (t: TestContext, name = person('li-ruoxi').name): Promise<string> =>
  (await t.client.students.add({ id: randomUUID(), fields: { kind: 'roster', name }, guardians: [] })).id
const fields = { name: '家长知情同意书.jpg', kind: 'signed-paper', note: '' } as const

const room = async () => {
  const t = testContext()
  const studentId = await pupil(t)
  const add = (bytes: Uint8Array, about: object = {}) =>
    t.client.attachments.add({
      id: randomUUID(),
      studentId,
      about: 'student',
      aboutId: studentId,
      fields,
      content: base64(bytes),
      ...about,
    })
  const list = () => t.client.attachments.list({ studentId, of: null })
  const readAll = async (attachmentId: string) => {
    const parts: Buffer[] = []
    let isWhole = true
    for (let from: number | null = 0; from !== null;) {
      const part: { data: string; next: number | null; isWhole: boolean } = await t.client.attachments.content({
        attachmentId,
        studentId,
        from,
      })
      parts.push(Buffer.from(part.data, 'base64'))
      isWhole &&= part.isWhole
      from = part.next
    }
    return { bytes: Uint8Array.from(Buffer.concat(parts)), isWhole, calls: parts.length }
  }
  return { t, studentId, add, list, readAll }
}
const refusedAs = (reason: string) => ({ code: 'invalid', data: { field: 'content', reason } })

describe('a file is kept in the vault', () => {
  it('a photo comes out as it went in, but for what the camera wrote into it', async () => {
    const { t, add, list, readAll, studentId } = await room()
    const kept = await add(jpeg(exifSegment(6)))
    expect(kept).toMatchObject({ ...fields, type: 'image/jpeg', turned: 1, bytes: jpeg().length, enteredBy: t.me.name })
    expect(await readAll(kept.id)).toEqual({ bytes: jpeg(), isWhole: true, calls: 1 })
    expect(await list()).toEqual([kept])
    const rows = t.room.connection.vault.db.prepare('SELECT data FROM attachment_parts').pluck().all() as Buffer[]
    expect(Buffer.concat(rows).includes('GPS')).toBe(false)
    const log = await t.client.audit.list({ before: null, limit: 2, filter: { studentId } })
    expect(log.map(({ event, subjectId }) => [event, subjectId])).toEqual([
      ['attachment.read', kept.id],
      ['attachment.added', kept.id],
    ])
  })
  it('its type is told by its bytes, whatever its name says', async () => {
    const { add, list } = await room()
    for (const [bytes, type] of [
      [png(), 'image/png'],
      [webp(false), 'image/webp'],
      [pdf(), 'application/pdf'],
    ] as const)
      expect(await add(bytes)).toMatchObject({ type, name: '家长知情同意书.jpg' })
    for (const text of ['MZ\u0090 program', '<svg onload=x>', 'GIF89a', 'PK\u0003\u0004 docx'])
      await expect(add(Buffer.from(text, 'latin1'))).rejects.toMatchObject(refusedAs('unknown-type'))
    await expect(add(new Uint8Array())).rejects.toMatchObject(refusedAs('empty'))
    await expect(add(png().subarray(0, 20))).rejects.toMatchObject(refusedAs('broken'))
    expect(await list()).toHaveLength(3)
  })
  it('the same click twice keeps one', async () => {
    const { t, studentId, list } = await room()
    const once = { requestId: randomUUID(), id: randomUUID(), studentId, about: 'student', aboutId: studentId } as const
    for (const _time of [1, 2]) await t.client.attachments.add({ ...once, fields, content: base64(png()) })
    expect(await list()).toHaveLength(1)
  })
})

describe('twenty megabytes', () => {
  it('exactly so many are kept and read, a stretch at a time; one byte more is refused and nothing is lost', async () => {
    const { add, list, readAll } = await room()
    const most = randomBytes(MOST_ATTACHMENT_BYTES)
    most.set(pdf(9))
    const begun = performance.now()
    const { id, bytes } = await add(most)
    const added = performance.now()
    const read = await readAll(id)
    const done = performance.now()
    expect([bytes, read.isWhole, read.calls]).toEqual([MOST_ATTACHMENT_BYTES, true, 5])
    expect(Buffer.compare(read.bytes, most)).toBe(0)
    const [adding, reading] = [added - begun, done - added].map((took) => took.toFixed(0))
    process.stdout.write(`20 MB: kept in ${adding} ms, read in ${reading} ms by ${read.calls} calls\n`)
    const more = new Uint8Array(MOST_ATTACHMENT_BYTES + 1)
    more.set(most)
    await expect(add(more)).rejects.toMatchObject(refusedAs('too-large'))
    expect(await list()).toHaveLength(1)
  })
})

describe('to whom it belongs', () => {
  it('a file is found with its student and with its record', async () => {
    const { t, studentId, add } = await room()
    const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const own = await add(png(), { about: 'visit', aboutId: visit.id })
    await add(png(), { about: 'case', aboutId: visit.caseId })
    const of = (about: 'visit' | 'archive', aboutId: string) =>
      t.client.attachments.list({ studentId, of: { about, aboutId } })
    expect(await of('visit', visit.id)).toEqual([own])
    expect(await of('archive', visit.caseId)).toEqual([])
    expect(await add(png(), { about: 'archive', aboutId: visit.caseId })).toMatchObject({ about: 'archive' })
  })
  it('a record of another child is refused, and so is another child’s file', async () => {
    const { t, add, list, studentId } = await room()
    const otherId = await pupil(t, person('chen-siyuan').name)
    const visit = await t.client.visits.register({ id: randomUUID(), studentId: otherId, fields: walkIn(t.me.id) })
    const wrong = { code: 'conflict', data: { reason: 'wrong-student' } }
    await expect(add(png(), { about: 'visit', aboutId: visit.id })).rejects.toMatchObject(wrong)
    await expect(add(png(), { about: 'student', aboutId: otherId })).rejects.toMatchObject(wrong)
    await expect(add(png(), { about: 'visit', aboutId: randomUUID() })).rejects.toMatchObject({ code: 'not-found' })
    expect(await list()).toEqual([])
    const { id } = await add(png())
    const asOther = { attachmentId: id, studentId: otherId }
    await expect(t.client.attachments.content({ ...asOther, from: 0 })).rejects.toMatchObject(wrong)
    await expect(t.client.attachments.discard({ ...asOther, reason: '放错了' })).rejects.toMatchObject(wrong)
    await expect(t.client.attachments.content({ attachmentId: id, studentId, from: 999 })).rejects.toMatchObject({
      data: { reason: 'beyond-end' },
    })
  })
})

describe('afterwards', () => {
  it('a file gets another name, a note, another way up; the content stays', async () => {
    const { t, studentId, add, readAll } = await room()
    const { id } = await add(png())
    const change = { name: '出院小结', kind: 'medical', note: '市精神卫生中心' } as const
    const changed = await t.client.attachments.change({ attachmentId: id, studentId, fields: change, turned: 3 })
    expect(changed).toMatchObject({ ...change, turned: 3 })
    expect((await readAll(id)).bytes).toEqual(png())
    const { db } = t.room.connection.vault
    expect(() => db.exec('UPDATE attachment_parts SET data = zeroblob(9)')).toThrow('a paper stays as it came')
  })
  it('in the bin it is out of every list and can be taken out again', async () => {
    const { t, studentId, add, list, readAll } = await room()
    const { id } = await add(png())
    await t.client.attachments.discard({ attachmentId: id, studentId, reason: '放错了学生' })
    expect(await list()).toEqual([])
    await expect(readAll(id)).rejects.toMatchObject({ code: 'not-found' })
    const [line] = await t.client.revisions.bin({ limit: 10 })
    expect(line).toMatchObject({ kind: 'attachment', recordId: id, studentId })
    await t.client.revisions.takeOut({ kind: 'attachment', recordId: id, studentId, reason: '还是需要' })
    expect(await list()).toHaveLength(1)
  })
  it('one bit that has changed on the disk is noticed, and so is a part that is gone', async () => {
    const { t, add, readAll } = await room()
    const { id } = await add(pdf(600_000))
    expect((await readAll(id)).isWhole).toBe(true)
    const { db } = t.room.connection.vault
    db.exec('DROP TRIGGER attachment_parts_never_change')
    const { data } = db.prepare('SELECT data FROM attachment_parts WHERE ord = 1').get() as { data: Buffer }
    data[77]! ^= 1
    db.prepare('UPDATE attachment_parts SET data = ? WHERE ord = 1').run(data)
    expect((await readAll(id)).isWhole).toBe(false)
    db.exec('DELETE FROM attachment_parts WHERE ord = 2')
    expect((await readAll(id)).isWhole).toBe(false)
  })
})

describe('on paper', () => {
  it('an attachment is previewed under its student, and the print stands in the log; from the bin nothing prints', async () => {
    const { t, studentId, add } = await room()
    const { id } = await add(png())
    const model = await t.client.prints.preview({ form: 'attachment', subjectId: id })
    expect(model).toMatchObject({ attachment: { id, name: fields.name }, student: { id: studentId } })
    await t.client.prints.record({ form: 'attachment', subjectId: id, pages: 1 })
    const [last] = await t.client.audit.list({ before: null, limit: 1, filter: { studentId } })
    expect(last).toMatchObject({ event: 'print.printed', subjectId: id })
    await t.client.attachments.discard({ attachmentId: id, studentId, reason: '放错了' })
    await expect(t.client.prints.preview({ form: 'attachment', subjectId: id })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
  it('the papers to be signed carry the school’s own text and its version', async () => {
    const { t, studentId } = await room()
    await t.client.consents.saveTexts({ texts: { confidentiality: { text: '我校的保密约定', version: '7' } } })
    const model = await t.client.prints.preview({ form: 'confidentiality', subjectId: studentId })
    expect(model).toMatchObject({ noticeText: '我校的保密约定', noticeVersion: '7', student: { id: studentId } })
    const agreement = await t.client.prints.preview({ form: 'work-agreement', subjectId: studentId })
    expect(agreement.noticeText).toContain('时间安排')
  })
})
