import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import type { Contract } from '#contract/all'
import type { Role, VaultState } from '#contract/procedure'
import type { Account } from '#contract/settings'
import type { Services } from '#core/context'
import { equip } from '#core/new-vault'
import { practiceSchool } from '#core/practice/school'
import { clockFrom } from '#electron/host/clock'
import { createGate } from '#electron/host/gate'
import type { LogLine } from '#electron/host/log'
import type { OpenRoom } from '#electron/host/room'
import { readWorkbook } from '#electron/host/workbook-reader'
import { connect } from '#db/connection'
import { registerSigningKey } from '#db/repos/audit'
import { insertUser } from '#db/repos/settings'
import { writeAnchor } from '#db/vault/anchor'
import { createVault } from '#db/vault/open'
import { newOwnKeys } from '#db/vault/own-keys'
import { signerOf } from '#db/vault/signing'
import { markOf } from '#db/vault/standing'
import { STAFF } from '#tests/people'

/** 21 November 2026, 08:00 at the school (tests run in UTC). */
export const MORNING = Date.UTC(2026, 10, 21, 8, 0)

/** A folder of its own for one test, gone afterwards. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

type Call<P> =
  P extends ContractProcedure<infer I, infer O, infer _E, infer _M>
    ? I extends z.ZodType
      ? O extends z.ZodType
        ? (input: Omit<z.input<I>, 'requestId'> & { requestId?: string }) => Promise<z.output<O>>
        : never
      : never
    : never
export type TestClient = { [F in keyof Contract]: { [V in keyof Contract[F]]: Call<Contract[F][V]> } }

export type Colleague = Pick<TestContext, 'client' | 'call' | 'room' | 'me'>
export type TestContext = {
  /** Every call of the contract through the real gate; writes get a fresh `requestId` unless one is given. */
  client: TestClient
  call(path: readonly string[], input: unknown): Promise<unknown>
  room: OpenRoom
  me: Account
  /** Moves the clock. */
  setTime(milliseconds: number): void
  /** Somebody else who works on the same vault, with keys and a gate of her own. */
  colleague(roles: Role[], name?: string): Colleague
  /** Acts as an account with other roles or puts the vault into another state. */
  become(change: { roles?: Role[]; state?: VaultState }): void
  log: LogLine[]
  services: Services
  /** Closes the vault and leaves its anchor, as the program does. */
  close(): void
  file: string
  databaseKey: Buffer
}

/** The real gate on a real encrypted vault of the practice school, empty but for its first account. */
export function testContext(): TestContext {
  const file = join(tempFolder(), 'vault.db')
  const databaseKey = randomBytes(32)
  const vault = createVault(file, databaseKey)
  const connection = connect(vault)
  const me: Account = {
    id: randomUUID(),
    name: STAFF.counselor.name,
    sex: STAFF.counselor.sex,
    roles: ['counselor', 'director'],
  }
  let nowMs = MORNING
  let state: VaultState = 'unlocked'
  const clock = clockFrom(() => nowMs)
  const keys = newOwnKeys()
  const signing = { publicKey: keys.signing.publicKey, sign: signerOf(keys) }
  connection.transaction((db) =>
    equip(db, {
      school: practiceSchool('zh', clock.today()),
      account: me,
      signing,
      now: clock.now(),
      newId: randomUUID,
    }),
  )
  const room: OpenRoom = { connection, me, practice: false, keys, startCode: false }
  const log: LogLine[] = []
  const services: Services = { readWorkbook: (_name, content) => readWorkbook(content), openFiles: new Map() }
  const gateOf = (opened: OpenRoom) =>
    createGate({
      state: () => state,
      room: () => opened,
      lifecycle: null,
      services,
      clock,
      newId: randomUUID,
      log: (line) => void log.push(line),
    })
  const gate = gateOf(room)
  const colleague = (roles: Role[], name: string = STAFF.director.name): Colleague => {
    const account: Account = { id: randomUUID(), name, sex: null, roles }
    const own = newOwnKeys()
    const { publicKey } = own.signing
    connection.transaction((db) => {
      insertUser(db, account, clock.now())
      registerSigningKey(db, { userId: account.id, publicKey, at: clock.now() }, signerOf(own))
    })
    const opened: OpenRoom = { ...room, me: account, keys: own }
    const { call } = gateOf(opened)
    return { client: clientOf(call), call, room: opened, me: account }
  }
  const close = (): void => {
    if (vault.db.open) writeAnchor(file, databaseKey, markOf(vault.db))
    vault.close()
  }
  onTestFinished(() => vault.close())
  return {
    client: clientOf(gate.call),
    call: gate.call,
    room,
    me,
    colleague,
    setTime: (milliseconds) => (nowMs = milliseconds),
    become(change) {
      if (change.roles) room.me = { ...room.me, roles: change.roles }
      if (change.state) state = change.state
    },
    log,
    services,
    close,
    file,
    databaseKey,
  }
}

/** A typed client straight on a gate: `client.visits.register({...})`. */
export function clientOf(call: (path: readonly string[], input: unknown) => Promise<unknown>): TestClient {
  const verbs = (feature: string) =>
    new Proxy(
      {},
      {
        get: (_target, verb) => (input: object) => call([feature, String(verb)], { requestId: randomUUID(), ...input }),
      },
    )
  return new Proxy({}, { get: (_target, feature) => verbs(String(feature)) }) as TestClient
}
