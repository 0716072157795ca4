import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { AppError } from '#contract/errors'
import { ROLES } from '#contract/procedure'
import { raiseKeyslotsCounter } from '#db/repos/vault-state'
import { fillPracticeRoom } from '#electron/host/practice'
import { MORNING, type TestContext, testContext } from '#tests/context'
import { ROOT } from '#tests/source-files'
import { contentDigest, loggedPages } from './content-digest.ts'
import { attempt, type Door, said } from './contract-fuzzer.ts'
import { type Known, procedures, type Procedure, valueOf } from './contract-inputs.ts'
import { patience, report, rounds, seeded } from './figures.ts'
import { spoiled } from './hostile-values.ts'
import { recordsOf } from './known-records.ts'
import type { Random } from './random.ts'

/** Every call of the contract, with inputs made from its schema and spoiled ones (security.md §4.3, X3). */
const inRoom = procedures().filter(({ meta }) => meta.kind !== 'lifecycle')
/** Every so many rounds, an error is followed by a look at every row there is. */
const THOROUGH_EVERY = 100
const FILES_EVERY = 20
type Records = ReturnType<typeof recordsOf>

async function practiceSchool(): Promise<TestContext> {
  const t = testContext()
  await fillPracticeRoom(t.room, 'zh', t.services, MORNING)
  t.become({ roles: [...ROLES] })
  return t
}

const doorOf = ({ call, room: { connection } }: TestContext): Door => ({
  call,
  mark: () => loggedPages(connection),
  digest: () => contentDigest(connection),
})

/** A roster and a platform's file lie open, as on the desk of an import. */
async function openFiles({ client, services }: TestContext, { learn }: Records): Promise<void> {
  services.openFiles.clear()
  const content = (name: string): string => readFileSync(join(ROOT, 'tests/samples', name)).toString('base64')
  const roster = await client.imports.inspect({ fileName: 'roster.csv', content: content('roster-gbk.csv') })
  learn(
    'mappings',
    roster.sheets.map(({ mapping }) => mapping),
  )
  const [round] = await client.screenings.list({})
  const roundId = round?.id ?? ''
  await client.screenings.close({ roundId, closed: false })
  const results = { roundId, fileName: 'results.csv', content: content('screening-phq9.csv') }
  const { sheets } = await client.screenings.inspectFile(results)
  learn('mapping', sheets[0]?.mapping)
}

function inputFor({ input }: Procedure, random: Random, known: Known, isSpoiled: boolean): unknown {
  const value = valueOf(input, random, known)
  return isSpoiled ? spoiled(value, random) : value
}

it(
  'no input of any call gives anything but a good answer or an error that says what is wrong, and an error changes nothing',
  { timeout: patience(400_000) },
  async () => {
    const random = seeded()
    const t = await practiceSchool()
    const door = doorOf(t)
    const records = recordsOf(() => t.room, t.services.openFiles)
    const flaws: string[] = []
    const answered = new Set<string>()
    let done = 0
    for (const round of rounds(100, 10_000)) {
      if (round % FILES_EVERY === 0) await openFiles(t, records)
      records.look(random)
      for (const procedure of inRoom) {
        records.turn(random)
        const isThorough = round % THOROUGH_EVERY === 0
        const input = inputFor(procedure, random, records.known, isThorough || random.below(2) === 0)
        const { flaw, answer } = await attempt(door, procedure, input, isThorough)
        if (flaw) flaws.push(`${procedure.path}: ${flaw} ${said(input)}`)
        if (answer !== undefined) answered.add(procedure.path)
        done++
      }
    }
    const what = `inputs of ${inRoom.length} calls gave an uncaught error, or a change in spite of an error`
    report('X3', { bad: flaws.length, of: done, what })
    if (flaws.length > 0) process.stderr.write(t.log.map((line) => JSON.stringify(line) + '\n').join(''))
    expect(flaws.slice(0, 20)).toEqual([])
    // Inputs that never get past the door prove nothing of what is behind it.
    expect(answered.size / inRoom.length).toBeGreaterThan(0.7)
  },
)

it.each([
  ['a programming error', () => Promise.reject(new TypeError('x is undefined')), 'no AppError'],
  ['an error without a name', () => Promise.reject(new AppError('internal', { reference: 'abc' })), 'internal'],
  ['an answer of another shape', () => Promise.resolve({ ok: 'yes' }), 'does not fit'],
])('finds %s', async (_what, call, flaw) => {
  const { door, procedure } = await brokenDoor(call)
  expect((await attempt(door, procedure, {})).flaw).toContain(flaw)
})

const saveDraft = ({ client }: TestContext): unknown =>
  client.drafts.save({ form: 'referral', subjectId: '', body: '' })
const raiseCounter = ({ room }: TestContext): unknown =>
  room.connection.transaction((db) => raiseKeyslotsCounter(db, 99))
const keepNothing = ({ room }: TestContext): unknown => room.connection.transaction(() => undefined)

it.each([
  ['a record', false, saveDraft],
  ['a record', true, saveDraft],
  ['the count of the keyslots', true, raiseCounter],
  ['no more than the count of changes', true, keepNothing],
])('finds a change of %s in spite of an error (every row looked at: %s)', async (_what, isThorough, change) => {
  const { t, door, procedure } = await brokenDoor(async () => {
    await change(t)
    throw new AppError('conflict')
  })
  expect((await attempt(door, procedure, {}, isThorough)).flaw).toContain('changed something')
})

async function brokenDoor(call: () => Promise<unknown>) {
  const t = testContext()
  return { t, door: { ...doorOf(t), call }, procedure: inRoom.find(({ path }) => path === 'drafts.discard')! }
}
