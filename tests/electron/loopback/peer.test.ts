import type { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { createPeerCheck, ownerOf } from '#electron/loopback/peer'

const row = (from: string, to: string, uid: number) =>
  `   3: 0100007F:${from} 0100007F:${to} 01 00000000:00000000 00:00000000 00000000  ${uid}        0 54321 1 0000 20 4 30 10 -1\n`
const table = row('9C40', '1F90', 1000) + row('1F90', '9C40', 0) + row('9C41', '1F90', 1001)

it('the owner of a connection is read from the row that leads to us', () => {
  expect(ownerOf(0x9c40, 0x1f90, table)).toBe(1000)
  expect(ownerOf(0x9c41, 0x1f90, table)).toBe(1001)
  expect(ownerOf(0x9c42, 0x1f90, table)).toBeUndefined()
})

it('a program of another account is not heard, nor one that is not in the table', async () => {
  const check = createPeerCheck(1000, async () => table)
  const ask = (remotePort: number) => check({ remotePort, localPort: 0x1f90 } as Socket)
  expect(await ask(0x9c40)).toBe(true)
  expect(await ask(0x9c41)).toBe(false)
  expect(await ask(0x9c42)).toBe(false)
})

it('a connection that arrives while the table is being read waits for a newer reading', async () => {
  const readings: ((table: string) => void)[] = []
  const check = createPeerCheck(1000, () => new Promise((resolve) => readings.push(resolve)))
  const ends = (remotePort: number) => ({ remotePort, localPort: 0x1f90 }) as Socket
  const first = check(ends(0x9c40))
  const second = check(ends(0x9c41))
  expect(readings.length).toBe(1)
  readings[0]?.(table)
  expect(await first).toBe(true)
  await expect.poll(() => readings.length, { timeout: 10_000 }).toBe(2)
  readings[1]?.(row('9C41', '1F90', 1000))
  expect(await second).toBe(true)
})
