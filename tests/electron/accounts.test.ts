import { randomUUID } from 'node:crypto'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { isContractProcedure } from '@orpc/contract'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { z } from 'zod'
import { contract } from '#contract/all'
import type { AccountLine } from '#contract/accounts'
import type { PrivateNote } from '#contract/privates'
import { type ProcedureMeta, type Role, ROLES } from '#contract/procedure'
import { clockFrom } from '#electron/host/clock'
import { MORNING, tempFolder } from '#tests/context'
import { sampleOf } from '#tests/contract-samples'
import { foundSchool, type House, openHouse, PASSWORD } from '#tests/electron/kiosk-house'
import { STAFF } from '#tests/people'

/** Of the colleague: her own, once she has chosen it. */
const HERS = 'seven herons cross the frozen harbor'
const TEXT = '我注意到自己想替她父亲说话'

let nowMs: number
let house: House
let ask: House['ask']
let recoveryCode: string
const openOn = (folder: string): House => {
  const opened = openHouse(
    folder,
    clockFrom(() => nowMs),
  )
  onTestFinished(() => opened.life.lock('test'))
  return opened
}
beforeEach(async () => {
  nowMs = MORNING
  house = openOn(tempFolder())
  ask = house.ask
  recoveryCode = await foundSchool(house)
})
const add = (roles: Role[] = ['counselor'], name: string = STAFF.director.name) =>
  ask<{ accountId: string; startCode: string }>('accounts.add', { name, sex: null, roles })
const lock = () => ask('vault.lock')
/** Waits first for as long as the door says. */
const unlock = async (password: string, at: House = house): Promise<unknown> => {
  nowMs += 60_000
  return at.ask('vault.unlock', { password })
}
/** As the colleague does on her first day. */
const firstDay = async (startCode: string, newPassword = HERS): Promise<void> => {
  await lock()
  await unlock(startCode)
  await ask('accounts.changePassword', { password: startCode, newPassword })
}
const myId = async (): Promise<string> => (await ask<{ me: { id: string } }>('settings.workplace')).me.id
const names = async (): Promise<string[]> =>
  (await ask<{ accounts: { name: string }[] }>('settings.workplace')).accounts.map(({ name }) => name)
const lines = () => ask<AccountLine[]>('accounts.list')
const events = async (limit = 6): Promise<string[]> =>
  (await ask<{ event: string }[]>('audit.list', { before: null, limit })).map(({ event }) => event)
const refused = (reason: string, code = 'forbidden') => ({ code, data: { reason } })

describe('a colleague comes', () => {
  it('opens the room once with her start code, chooses a password, and the code opens nothing any more', async () => {
    const { accountId, startCode } = await add()
    // Sixteen letters of 32: eighty bits.
    expect(startCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/u)
    expect((await lines()).find(({ id }) => id === accountId)).toMatchObject({ startCode: true, lastSeenAt: null })
    await lock()
    await unlock(startCode.toLowerCase().replaceAll('-', ' '))
    expect(house.life.status()).toMatchObject({ state: 'unlocked', startCode: true })
    for (const call of ['settings.workplace', 'students.find', 'accounts.list', 'kiosk.start'])
      await expect(ask(call, { text: '', limit: 5 })).rejects.toMatchObject(
        refused(['accounts.list'].includes(call) ? 'role' : 'start-code'),
      )
    await ask('vault.checkPassword', { password: HERS, words: [] })
    await ask('accounts.changePassword', { password: startCode, newPassword: HERS })
    expect(house.life.status()).toMatchObject({ state: 'unlocked', startCode: false })
    expect(await myId()).toBe(accountId)
    await lock()
    await expect(unlock(startCode)).rejects.toMatchObject(refused('wrong-secret'))
    await unlock(PASSWORD)
    expect((await lines()).find(({ id }) => id === accountId)).toMatchObject({ startCode: false })
    expect(await events(9)).toEqual(expect.arrayContaining(['account.added', 'account.password-changed']))
    expect(await ask('audit.verify')).toMatchObject({ brokenAt: null, fault: null })
  })
  it('a password follows the rules of set-up, is not the old one and nobody else’s', async () => {
    const { startCode } = await add()
    await lock()
    await unlock(startCode)
    const change = (newPassword: string, password = startCode) =>
      ask('accounts.changePassword', { password, newPassword })
    await expect(change('short')).rejects.toMatchObject({ code: 'invalid', data: { reason: 'too-short' } })
    await expect(change(PASSWORD)).rejects.toMatchObject({ code: 'invalid', data: { reason: 'taken' } })
    await expect(change(HERS, 'not the start code')).rejects.toMatchObject(refused('wrong-secret'))
    nowMs += 60_000
    await change(HERS)
    nowMs += 60_000
    await expect(change(HERS, HERS)).rejects.toMatchObject({ code: 'invalid', data: { reason: 'same-password' } })
  })
})

describe('somebody forgot her password', () => {
  it('a colleague proves who she is and gives a start code; private notes of before stay closed', async () => {
    const { accountId, startCode } = await add()
    await firstDay(startCode)
    const studentId = randomUUID()
    await ask('students.add', { id: studentId, fields: { kind: 'alias', name: '小舟' }, guardians: [] })
    await ask('privates.save', { id: randomUUID(), studentId, visitId: null, version: 0, text: TEXT })
    await lock()
    await unlock(PASSWORD)
    await expect(ask('accounts.help', { accountId, password: 'a wrong one' })).rejects.toMatchObject(
      refused('wrong-secret'),
    )
    nowMs += 60_000
    const given = await ask<{ startCode: string }>('accounts.help', { accountId, password: PASSWORD })
    expect(given.startCode).not.toBe(startCode)
    expect(await events(1)).toEqual(['account.helped'])
    await lock()
    await expect(unlock(HERS)).rejects.toMatchObject(refused('wrong-secret'))
    await unlock(given.startCode)
    await ask('accounts.changePassword', {
      password: given.startCode,
      newPassword: 'nine otters sleep beside the mill',
    })
    const own = await ask<PrivateNote[]>('privates.list', { studentId })
    expect(own).toMatchObject([{ text: null }])
    expect(await ask('audit.verify')).toMatchObject({ brokenAt: null })
  })
  it('nobody helps herself, and who looks after the machine helps nobody into the records', async () => {
    await expect(ask('accounts.help', { accountId: await myId(), password: PASSWORD })).rejects.toMatchObject(
      refused('yourself', 'conflict'),
    )
    const counselor = await add()
    const { startCode } = await add(['administrator'], STAFF.duty.name)
    const desk = await add(['duty'], STAFF.classTeacher.name)
    await firstDay(startCode)
    nowMs += 60_000
    await expect(ask('accounts.help', { accountId: counselor.accountId, password: HERS })).rejects.toMatchObject(
      refused('role'),
    )
    await expect(add(['supervisor'])).rejects.toMatchObject(refused('role'))
    await ask('accounts.help', { accountId: desk.accountId, password: HERS })
  })
})

describe('a colleague leaves', () => {
  it('after her cases are handed over; then her password opens nothing, with the keys of today or of before', async () => {
    const { accountId, startCode } = await add()
    await firstDay(startCode)
    const studentId = randomUUID()
    await ask('students.add', { id: studentId, fields: { kind: 'alias', name: '小舟' }, guardians: [] })
    await ask('crises.open', { id: randomUUID(), studentId })
    await lock()
    const copy = join(tempFolder(), 'copy')
    cpSync(house.folder, copy, { recursive: true })
    await unlock(PASSWORD)
    const close = (password = PASSWORD) => {
      nowMs += 60_000
      return ask('accounts.close', { accountId, password })
    }
    await expect(close()).rejects.toMatchObject(refused('open-cases', 'conflict'))
    const held = await ask<{ caseId: string }[]>('accounts.heldCases', { accountId })
    await ask('accounts.handOver', { caseIds: held.map(({ caseId }) => caseId), toId: await myId(), note: '调走' })
    await expect(close('a wrong one')).rejects.toMatchObject(refused('wrong-secret'))
    expect(await close()).toEqual({ ok: true, keyChanged: true })
    // A set under the new key is made behind this.
    const own = (await events()).filter((event) => !event.startsWith('backup.'))
    expect(own.slice(0, 2)).toEqual(['vault.key-changed', 'account.closed'])
    await vi.waitFor(async () => expect(await events()).toContain('backup.made'), 20_000)
    expect(await names()).toEqual([STAFF.counselor.name])
    expect((await lines()).find(({ id }) => id === accountId)).toMatchObject({
      name: STAFF.director.name,
      closedAt: expect.any(String) as string,
    })
    await lock()
    await expect(unlock(HERS)).rejects.toMatchObject(refused('wrong-secret'))
    // The keys of before with the vault of today: what she kept of them opens nothing.
    for (const name of ['keyslots-a.json', 'keyslots-b.json']) cpSync(join(copy, name), join(house.folder, name))
    await expect(unlock(HERS, openOn(house.folder))).rejects.toMatchObject({ code: expect.any(String) as string })
  })
  it('closed once more is no fault, herself and the last director never', async () => {
    const { accountId } = await add(['director'])
    await ask('accounts.close', { accountId, password: PASSWORD })
    nowMs += 60_000
    await ask('accounts.close', { accountId, password: PASSWORD })
    await expect(ask('accounts.close', { accountId: await myId(), password: PASSWORD })).rejects.toMatchObject(
      refused('yourself', 'conflict'),
    )
    const { startCode } = await add(['administrator'])
    const owner = await myId()
    await firstDay(startCode)
    nowMs += 60_000
    await expect(ask('accounts.close', { accountId: owner, password: HERS })).rejects.toMatchObject(
      refused('last-manager', 'conflict'),
    )
  })
})

describe('the recovery sheet', () => {
  it('is replaced by who can copy the new one; the former one opens nothing any more', async () => {
    const { code } = await ask<{ code: string }>('accounts.prepareRecovery')
    nowMs += 60_000
    await expect(ask('accounts.replaceRecovery', { code: recoveryCode, password: PASSWORD })).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'code', reason: 'not-the-code' },
    })
    await ask('accounts.replaceRecovery', { code, password: PASSWORD })
    expect(await events(1)).toEqual(['recovery.replaced'])
    await lock()
    nowMs += 60_000
    const recover = (typed: string) => ask('vault.recover', { code: typed, newPassword: HERS })
    await expect(recover(recoveryCode)).rejects.toMatchObject(refused('wrong-secret'))
    nowMs += 60_000
    await recover(code)
    expect(await names()).toEqual([STAFF.counselor.name])
  })
  it('opens the records and no private note', async () => {
    const studentId = randomUUID()
    await ask('students.add', { id: studentId, fields: { kind: 'alias', name: '小舟' }, guardians: [] })
    await ask('privates.save', { id: randomUUID(), studentId, visitId: null, version: 0, text: TEXT })
    await lock()
    nowMs += 60_000
    await ask('vault.recover', { code: recoveryCode, newPassword: HERS })
    expect(await ask('students.header', { studentId })).toMatchObject({ student: { name: '小舟' } })
    expect(await ask<PrivateNote[]>('privates.list', { studentId })).toMatchObject([{ text: null }])
  })
})

describe('calls of the host', () => {
  it('ask for the role as every other: role × call, own keys or not', async () => {
    const room = house.life.room()!
    const wrong: string[] = []
    for (const [feature, calls] of Object.entries(contract))
      for (const [verb, call] of Object.entries<unknown>(calls)) {
        if (!isContractProcedure(call)) continue
        const { inputSchema, meta } = call['~orpc'] as { inputSchema: z.ZodType; meta: ProcedureMeta }
        if (meta.kind !== 'lifecycle' || !meta.roles || !meta.states.includes('unlocked')) continue
        for (const role of ROLES) {
          // Whoever may, does it in other tests.
          if (meta.roles.includes(role)) continue
          room.me = { ...room.me, roles: [role] }
          const refusal = await ask(`${feature}.${verb}`, sampleOf(inputSchema) as object).catch(
            (error: unknown) => error,
          )
          if ((refusal as { data?: { reason?: string } })?.data?.reason !== 'role')
            wrong.push(`${role} ${feature}.${verb}`)
        }
      }
    expect(wrong).toEqual([])
  })
})
