import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PrivateNote } from '#contract/privates'
import { type Colleague, MORNING, testContext, type TestContext } from '#tests/context'
import { newOwnKeys } from '#db/vault/own-keys'
import { walkIn } from '#tests/records'

/** Long enough to be told from chance, in no other text of these tests. */
const TEXT = '我注意到自己想替她父亲说话，下次带去督导'
let t: TestContext
let colleague: Colleague
let studentId: string
let id: string
beforeEach(async () => {
  t = testContext()
  colleague = t.colleague(['counselor', 'director'])
  studentId = (
    await t.client.students.add({ id: randomUUID(), fields: { kind: 'roster', name: '陈思远' }, guardians: [] })
  ).id
  id = randomUUID()
})
const save = (version: number, text: string, by: Pick<Colleague, 'client'> = t, of = id): Promise<PrivateNote> =>
  by.client.privates.save({ id: of, studentId, visitId: null, version, text })
const list = (by: Pick<Colleague, 'client'> = t) => by.client.privates.list({ studentId })

describe('private process notes', () => {
  it('are saved as they are typed, and read again by their author', async () => {
    expect(await save(0, '第一句')).toMatchObject({ version: 1, text: '第一句' })
    t.setTime(MORNING + 60_000)
    expect(await save(1, TEXT)).toMatchObject({ version: 2, savedAt: '2026-11-21T08:01:00.000Z' })
    expect(await list()).toEqual([
      {
        id,
        studentId,
        visitId: null,
        version: 2,
        text: TEXT,
        isLeftBehind: false,
        createdAt: '2026-11-21T08:00:00.000Z',
        savedAt: '2026-11-21T08:01:00.000Z',
      },
    ])
  })
  it('the same text twice is one version; one that has moved on is not written over', async () => {
    await save(0, TEXT)
    expect(await save(1, TEXT)).toMatchObject({ version: 1 })
    expect(await save(0, `${TEXT}\n`)).toMatchObject({ version: 1, text: `${TEXT}\n` })
    await save(1, '改')
    await expect(save(1, '又改')).rejects.toMatchObject({ code: 'conflict', data: { reason: 'moved-on' } })
    expect(await list()).toMatchObject([{ text: '改', version: 2 }])
  })
  it('nobody else finds, reads or changes them, whatever the role and the reason', async () => {
    await save(0, TEXT)
    await colleague.client.accounts.giveReason({ studentId, reason: '抽查' })
    expect(await list(colleague)).toEqual([])
    await expect(save(1, '改', colleague)).rejects.toMatchObject({ code: 'not-found' })
    await expect(save(0, '改', colleague)).rejects.toMatchObject({ code: 'not-found' })
    expect(await list()).toMatchObject([{ text: TEXT }])
  })
  it('stay with their author when the case is handed over', async () => {
    const fields = walkIn(t.me.id)
    const { caseId } = await t.client.visits.register({ id: randomUUID(), studentId, fields })
    await save(0, TEXT)
    await t.client.accounts.handOver({ caseIds: [caseId], toId: colleague.me.id, note: '接着谈' })
    expect(await list(colleague)).toEqual([])
    expect(await list()).toMatchObject([{ text: TEXT }])
  })
  it('belong to one student: neither a visit nor a note of another is taken', async () => {
    const other = await t.client.students.add({
      id: randomUUID(),
      fields: { kind: 'roster', name: '孙浩' },
      guardians: [],
    })
    const visit = await t.client.visits.register({ id: randomUUID(), studentId: other.id, fields: walkIn(t.me.id) })
    const wrong = { code: 'conflict', data: { reason: 'wrong-student' } }
    const about = { id, studentId, version: 0, text: TEXT }
    await expect(t.client.privates.save({ ...about, visitId: visit.id })).rejects.toMatchObject(wrong)
    await save(0, TEXT)
    const moved = t.client.privates.save({ ...about, studentId: other.id, visitId: null, version: 1 })
    await expect(moved).rejects.toMatchObject(wrong)
  })
  it('closed to keys that are gone they stay closed, and nothing is written over them', async () => {
    await save(0, TEXT)
    t.room.keys = newOwnKeys()
    expect(await list()).toMatchObject([{ text: null, version: 1 }])
    await expect(save(1, '改')).rejects.toMatchObject({ code: 'conflict', data: { reason: 'other-keys' } })
    t.room.keys = null
    expect(await list()).toMatchObject([{ text: null }])
    await expect(save(0, '新', t, randomUUID())).rejects.toMatchObject({ data: { reason: 'no-own-keys' } })
  })
  it('reading and saving leave a line in the log without a word; a stretch of typing leaves one', async () => {
    await save(0, '第一句')
    await save(1, '第二句')
    t.setTime(MORNING + 130_000)
    await save(2, TEXT)
    await list()
    const rows = await t.client.audit.list({ before: null, limit: 10 })
    expect(rows.map(({ event }) => event).filter((event) => event.startsWith('private.'))).toEqual([
      'private.read',
      'private.saved',
      'private.saved',
    ])
    expect(JSON.stringify([rows, t.log])).not.toContain(TEXT.slice(0, 6))
  })
  it('not a byte of the text is in the vault, even decrypted, nor in any other answer of the room', async () => {
    const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const shared = await t.client.drafts.save({ form: 'referral', subjectId: studentId, body: '共享的字句在这里' })
    expect(shared.form).toBe('referral')
    await save(0, TEXT)
    await save(1, `${TEXT}。`)
    const { db } = t.room.connection.vault
    const pages = db.serialize()
    // The looking itself: what is not closed to a key is found.
    expect(shapesOf('共享的字句在这里').some((bytes) => pages.includes(bytes))).toBe(true)
    expect(shapesOf(TEXT).filter((bytes) => pages.includes(bytes))).toEqual([])
    db.pragma('wal_checkpoint(TRUNCATE)')
    expect(shapesOf(TEXT).filter((bytes) => readFileSync(t.file).includes(bytes))).toEqual([])
    const answers = [
      await t.client.students.timeline({ studentId, limit: 100 }),
      await t.client.students.header({ studentId }),
      await t.client.notes.search({ text: TEXT.slice(0, 6), limit: 10 }),
      await t.client.prints.preview({ form: 'visit-record', subjectId: visit.id }),
      await t.client.prints.preview({ form: 'notice', subjectId: studentId }),
      await t.client.drafts.list({}),
      await t.client.reports.export({
        from: '2026-09-01',
        to: '2026-11-30',
        format: 'xlsx',
        language: 'zh',
        hideBelow: 0,
      }),
    ]
    expect(JSON.stringify(answers)).not.toContain(TEXT.slice(0, 6))
  })
})

/** The text, and pieces of it, as it could lie about. */
const shapesOf = (text: string): Buffer[] =>
  [text, text.slice(0, 8), text.slice(-8)].flatMap((piece) => {
    const utf8 = Buffer.from(piece)
    return [
      utf8,
      Buffer.from(piece, 'utf16le'),
      Buffer.from(piece, 'utf16le').swap16(),
      Buffer.from(utf8.toString('base64').slice(0, 16)),
      Buffer.from(utf8.toString('hex')),
      Buffer.from(JSON.stringify(piece).slice(1, -1)),
    ]
  })
