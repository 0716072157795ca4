import { randomUUID } from 'node:crypto'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract/all'
import { addDays } from '#contract/calendar'
import { EMPTY_NOTE } from '#contract/note-parts'
import { accountOf } from '#core/accounts'
import type { Services } from '#core/context'
import { manyPeople } from '#core/practice/people'
import { connect } from '#db/connection'
import { openVault, type Vault } from '#db/vault/open'
import { systemClock } from '#electron/host/clock'
import { createGate } from '#electron/host/gate'
import { timePair, timingOf } from './measure.ts'
import { openPlain } from './plain.ts'
import { testLines } from './test-lines.ts'
import { ACCOUNT_ID } from './school.ts'
import { line, type Line } from './table.ts'

/** The vault or its plain twin behind a gate of its own. */
export type Side = { client: ContractRouterClient<Contract>; versions: Map<string, number>; services: Services }

/** Every line that is measured at the gate, on the vault and on its plain twin. */
export async function gateLines(vaultFile: string, plainFile: string, databaseKey: Buffer): Promise<Line[]> {
  const opening = timeOpening(vaultFile, plainFile, databaseKey)
  const vaults = [openVault(vaultFile, databaseKey), openPlain(plainFile)] as const
  const sides = [sideOf(vaults[0]), sideOf(vaults[1])] as const
  try {
    return [...(await measured(sides, await sampleOf(sides[0].client))), ...(await testLines(sides)), opening]
  } finally {
    for (const vault of vaults) vault.close()
  }
}

type Sample = Awaited<ReturnType<typeof sampleOf>>
async function sampleOf(client: Side['client']) {
  const query = { text: '', grade: null, className: null, known: true, limit: 100 }
  const pages = [0, 800, 1600, 3200].map((offset) => client.students.list({ ...query, offset }))
  const students = (await Promise.all(pages)).flatMap(({ rows }) => rows)
  const drafts = await client.visits.listUnfinished({})
  const { terms } = await client.settings.workplace({})
  return { students, drafts, terms: terms.slice(2) }
}

async function measured(sides: readonly [Side, Side], { students, drafts, terms }: Sample): Promise<Line[]> {
  const student = (i: number) => students[(i * 37) % students.length] ?? students[0]!
  const spellings = (i: number): string => {
    const { name, studentNo } = student(i)
    const initials = ['zt', 'lxy', 'wang', 'chenyu', 'zhangz', 'lzh', 'sun', 'yx'][i % 8] ?? 'zs'
    return [name, initials, studentNo ?? '', name.slice(0, 1), `2021级${1 + (i % 24)}班`][i % 5] ?? name
  }
  const words = ['考试', '妈妈', '睡眠', '食堂', '父亲', '班主', '担心', '愿意']
  const wordOf = (i: number): string =>
    i % 2 === 0 ? words[(i / 2) % words.length]! : manyPeople(i * 13).name.slice(0, 2)
  return [
    line(
      'find a student by any spelling',
      10,
      await timePair(sides, 300, ({ client }, i) => client.students.find({ text: spellings(i), limit: 10 })),
    ),
    line(
      'student page with timeline',
      10,
      await timePair(sides, 200, async ({ client }, i) => {
        const { id: studentId } = student(i)
        await client.students.header({ studentId })
        await client.students.timeline({ studentId, limit: 100 })
      }),
    ),
    line(
      'termly report',
      100,
      await timePair(sides, 40, ({ client }, i) => {
        const { startsOn, endsOn } = terms[i % terms.length]!
        return client.reports.termly({ from: startsOn, to: endsOn })
      }),
    ),
    line(
      'calendar week',
      10,
      await timePair(sides, 200, ({ client }, i) => {
        const { startsOn } = terms[i % terms.length]!
        const from = addDays(startsOn, 7 * (1 + (i % 16)))
        return client.appointments.list({ from, to: addDays(from, 6) })
      }),
    ),
    line(
      'two-character word in all notes',
      5,
      await timePair(sides, 200, ({ client }, i) => client.notes.search({ text: wordOf(i), limit: 20 })),
    ),
    {
      ...line(
        'save a note durably',
        10,
        await timePair(sides, 200, (side, i) => saveNote(side, drafts[i % drafts.length]!, i)),
      ),
      mostRatio: 3,
    },
  ]
}

async function saveNote({ client, versions }: Side, visit: Sample['drafts'][number], i: number): Promise<void> {
  const { id: visitId, studentId } = visit
  const known = versions.get(visitId)
  const version = known ?? (await client.notes.get({ visitId }))?.version ?? 0
  const said = '今天来得比上次早，说昨晚睡了七个小时。谈到和室友的约定，觉得可以再试一周。'.repeat(6)
  const body = { ...EMPTY_NOTE, state: said, problem: `第${i}次修改。${said}` }
  const saved = await client.notes.save({ requestId: randomUUID(), visitId, studentId, version, body })
  versions.set(visitId, saved.version)
}

/** From the key to a vault that answers: open, prove, migrate, read who is there. */
function timeOpening(vaultFile: string, plainFile: string, databaseKey: Buffer): Line {
  const spent: [number[], number[]] = [[], []]
  const ways = [() => openVault(vaultFile, databaseKey), () => openPlain(plainFile)] as const
  for (let i = 0; i < 22; i++)
    for (const k of [0, 1] as const) {
      const begun = performance.now()
      const vault = ways[k]()
      accountOf(connect(vault).readable, ACCOUNT_ID)
      if (i > 1) spent[k].push(performance.now() - begun)
      vault.close()
    }
  return line('open the vault beyond the KDF', 50, [timingOf(spent[0]), timingOf(spent[1])])
}

function sideOf(vault: Vault): Side {
  const connection = connect(vault)
  const room = {
    connection,
    me: accountOf(connection.readable, ACCOUNT_ID),
    practice: true,
    keys: null,
    startCode: false,
  }
  const services: Services = {
    readWorkbook: () => Promise.reject(new Error('no files here')),
    openFiles: new Map(),
  }
  const gate = createGate({
    state: () => 'unlocked',
    room: () => room,
    lifecycle: null,
    services,
    clock: systemClock,
    newId: randomUUID,
    log: (said) => process.stderr.write(`${JSON.stringify(said)}\n`),
  })
  return { client: createORPCClient({ call: (path, input) => gate.call(path, input) }), versions: new Map(), services }
}
