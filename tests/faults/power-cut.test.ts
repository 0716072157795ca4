import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openExamined } from '#db/vault/examine'
import { bundled } from './bundled.ts'
import { digestOf } from './digest.ts'
import { type EmptyVault, emptyVault, fastFolder } from './fast-folder.ts'
import { patience, report, rounds, seeded, tier } from './figures.ts'
import type { Random } from './random.ts'
import { type Files, materialise, readFiles, replayFrom } from './replay.ts'
import type { Change } from './shim-log.ts'
import { withShim } from './shimmed.ts'

const ANSWERS = 60
const STATES_PER_DAY = tier(500, 2000)

type Day = { vault: EmptyVault; start: Files; changes: Change[]; states: string[] }

/** A day's work as the disk saw it. `carelessly`: with a setting that the program never has. */
async function recordedDay(script: string, random: Random, carelessly = false): Promise<Day> {
  const vault = emptyVault()
  const start = readFiles(vault.folder)
  const seed = String(random.below(2 ** 31))
  const args = [...vault.args, seed, String(ANSWERS), carelessly ? 'carelessly' : '']
  const { changes, heard, trouble } = await withShim(script, args, vault.folder)
  if (trouble) throw new Error(trouble)
  return { vault, start, changes, states: JSON.parse(heard) as string[] }
}

/** So many power cuts at random moments of a day, in their order; `promised` is the newest state that was acknowledged. */
function* powerCuts(
  { start, changes }: Day,
  random: Random,
  count: number,
): Generator<{ files: Files; promised: number }> {
  const moments = Array.from({ length: count }, () => random.below(changes.length + 1)).toSorted((a, b) => a - b)
  const disk = replayFrom(start)
  let [at, promised] = [0, 0]
  for (const moment of moments) {
    for (; at < moment; at++) {
      const change = changes[at] as Change
      disk.apply(change)
      if (change.op === 'ack') promised = Number(change.text)
    }
    yield { files: disk.cut(random), promised }
  }
}

/** What is wrong with what a power cut left; null when nothing that was acknowledged is missing and nothing is half there. */
function wrongWith(day: Day, files: Files, promised: number, folder: string): string | null {
  materialise(files, folder)
  try {
    const { connection, alarm } = openExamined(join(folder, 'vault.db'), day.vault.databaseKey, { counter: 0 })
    const { vault } = connection
    const found = day.states.indexOf(digestOf(vault))
    const isSound = vault.db.pragma('integrity_check', { simple: true }) === 'ok'
    vault.close()
    if (found === -1) return 'half a transaction'
    if (found < promised) return `acknowledged up to ${promised}, found ${found}`
    if (alarm) return `a false alarm: ${alarm.kind}`
    return isSound ? null : 'integrity_check'
  } catch (error) {
    return `does not open: ${String(error)}`
  }
}

test(
  'after a power cut everything acknowledged is there and nothing is half done',
  { timeout: patience(600_000) },
  async () => {
    const random = seeded()
    const script = await bundled('recorded-day.ts')
    const folder = join(fastFolder(), 'cut')
    let [day, cuts] = [await recordedDay(script, random), powerCuts([] as never, random, 0)]
    const wrong: string[] = []
    let states = 0
    for (const at of rounds(1000, 100_000)) {
      if (at % STATES_PER_DAY === 0) {
        day = await recordedDay(script, random)
        cuts = powerCuts(day, random, STATES_PER_DAY)
      }
      const { value } = cuts.next()
      if (!value) throw new Error('there are as many cuts as were asked for')
      const fault = wrongWith(day, value.files, value.promised, folder)
      if (fault) wrong.push(fault)
      states += 1
    }
    report('D2', {
      bad: wrong.length,
      of: states,
      what: 'power cuts lost an acknowledged write, tore one or left a vault that does not open',
    })
    expect(wrong).toEqual([])
  },
)

test('the replay of power cuts sees what a careless setting loses', { timeout: patience(300_000) }, async () => {
  const random = seeded()
  const folder = join(fastFolder(), 'cut')
  const day = await recordedDay(await bundled('recorded-day.ts'), random, true)
  const faults = [...powerCuts(day, random, 100)].map(({ files, promised }) => wrongWith(day, files, promised, folder))
  expect(faults.filter((fault) => fault?.startsWith('acknowledged')).length).toBeGreaterThan(10)
})
