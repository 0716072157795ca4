import { afterEach, expect, it } from 'vitest'
import type { Loopback } from '#electron/loopback/server'
import { CANARY } from './answering-host.ts'
import { enter, heldOf, send, startCarrier, windowHeaders } from './browser-talk.ts'

const open: Loopback[] = []
afterEach(async () => {
  for (const loopback of open.splice(0)) await loopback.close()
})
const start = async (options?: Parameters<typeof startCarrier>[0]) => {
  const carrier = await startCarrier(options)
  open.push(carrier.loopback)
  return carrier
}
const status = (loopback: Loopback, held?: Parameters<typeof windowHeaders>[1]) =>
  send(loopback, 'POST', '/rpc/vault/status', windowHeaders(loopback, held), '{"json":{}}')

it('the launch address lets one window in, and its calls reach the host', async () => {
  const { loopback, answered } = await start()
  const held = await enter(loopback)
  const told = await status(loopback, held)
  expect(told.status).toBe(200)
  expect(told.body).toContain(CANARY)
  expect(answered).toEqual(['vault.status'])
})

it('the launch secret used a second time is refused and ends the launch', async () => {
  const { loopback, endings } = await start()
  const held = await enter(loopback)
  expect(await enter(loopback)).toEqual({ cookie: '', token: '', resumeKey: '' })
  expect(endings).toEqual(['replayed'])
  expect(held.token).not.toBe('')
})

it('a launch address that waited too long opens nothing', async () => {
  const { loopback, endings } = await start({ launchLifeMs: 30 })
  await expect.poll(() => endings, { timeout: 10_000 }).toEqual(['never-opened'])
  expect((await enter(loopback)).token).toBe('')
})

it('cookie and token are both needed, and only those of this launch', async () => {
  const { loopback, answered } = await start()
  const held = await enter(loopback)
  const foreign = 'a'.repeat(64)
  for (const wrong of [
    { ...held, token: foreign },
    { ...held, cookie: foreign },
    { ...held, token: '' },
    { ...held, cookie: '' },
    { ...held, cookie: held.token, token: held.cookie },
    { ...held, token: held.token.slice(0, -1) },
    { ...held, token: `${held.token}0` },
  ])
    expect((await status(loopback, wrong)).status).toBe(401)
  expect(answered).toEqual([])
})

it('a reload takes the session up once and ends the former one', async () => {
  const { loopback } = await start()
  const before = await enter(loopback)
  const takeUp = (key: string) =>
    send(loopback, 'POST', '/session/resume', windowHeaders(loopback, before), JSON.stringify({ key }))
  const after = heldOf(await takeUp(before.resumeKey))
  expect((await status(loopback, after)).status).toBe(200)
  expect((await status(loopback, before)).status).toBe(401)
  expect((await takeUp(before.resumeKey)).status).toBe(401)
})

it('the cookie alone does not take a session up, nor the key alone', async () => {
  const { loopback } = await start()
  const held = await enter(loopback)
  const ask = (cookie: string, key: string) =>
    send(loopback, 'POST', '/session/resume', windowHeaders(loopback, { ...held, cookie }), JSON.stringify({ key }))
  expect((await ask(held.cookie, '')).status).toBe(401)
  expect((await ask(held.cookie, held.token)).status).toBe(401)
  expect((await ask('', held.resumeKey)).status).toBe(401)
})

it('unlocking renews the session; requests on the way are still heard', async () => {
  const { loopback, becomes } = await start()
  const before = await enter(loopback)
  becomes('unlocked')
  const after = heldOf(await status(loopback, before))
  expect(after.token).not.toBe('')
  expect(after.token).not.toBe(before.token)
  expect((await status(loopback, after)).status).toBe(200)
  expect((await status(loopback, before)).status).toBe(200)
})

it('locking ends the session at once; only a reload goes on', async () => {
  const { loopback, becomes } = await start()
  const held = await enter(loopback)
  becomes('unlocked')
  becomes('locked')
  expect((await status(loopback, held)).status).toBe(401)
  const body = JSON.stringify({ key: held.resumeKey })
  const told = await send(loopback, 'POST', '/session/resume', windowHeaders(loopback, held), body)
  expect((await status(loopback, heldOf(told))).status).toBe(200)
})

it('the way into the kiosk ends the session as a lock does, the way out renews it as an unlock does', async () => {
  const { loopback, becomes } = await start()
  const held = await enter(loopback)
  becomes('unlocked')
  becomes('kiosk')
  expect((await status(loopback, held)).status).toBe(401)
  const body = JSON.stringify({ key: held.resumeKey })
  const atKiosk = heldOf(await send(loopback, 'POST', '/session/resume', windowHeaders(loopback, held), body))
  expect((await status(loopback, atKiosk)).status).toBe(200)
  becomes('unlocked')
  const after = heldOf(await status(loopback, atKiosk))
  expect(after.token).not.toBe('')
  expect(after.token).not.toBe(atKiosk.token)
})

it('the cookie is bound to this host, hidden from scripts and sent to nobody else', async () => {
  const { loopback } = await start()
  const secret = new URL(loopback.launchAddress).hash.slice('#c='.length)
  const told = await send(loopback, 'POST', '/session', windowHeaders(loopback), JSON.stringify({ secret }))
  expect(told.headers.get('set-cookie')?.[0]).toMatch(
    /^__Host-sid=[0-9a-f]{64}; Secure; HttpOnly; SameSite=Strict; Path=\/$/,
  )
})
