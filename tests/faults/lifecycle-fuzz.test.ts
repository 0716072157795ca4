import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { VaultState } from '#contract/procedure'
import { clockFrom } from '#electron/host/clock'
import { MORNING, tempFolder } from '#tests/context'
import {
  fillSchool,
  foundSchool,
  type House,
  openHouse,
  PASSWORD,
  type Scene,
  WISHES,
} from '#tests/electron/kiosk-house'
import { contentDigest } from './content-digest.ts'
import { attempt, type Door, said } from './contract-fuzzer.ts'
import { type Known, procedures, type Procedure, uuidOf, valueOf } from './contract-inputs.ts'
import { patience, report, rounds, seeded, tier } from './figures.ts'
import { spoiled } from './hostile-values.ts'
import type { Random } from './random.ts'

/** The calls on the vault itself, through the real lifecycle, each in the states it is for and sometimes in others. */
const calls = procedures().filter(({ meta }) => meta.kind === 'lifecycle')
/** A right password costs a key derivation by design: so long may the inputs of one call be right ones. */
const DEAR_MS = tier(700, 600_000)

type School = { house: House; scene: Scene; code: string; passTime(): void }

async function openSchool(): Promise<School> {
  let nowMs = MORNING
  const house = openHouse(
    join(tempFolder(), 'data'),
    clockFrom(() => nowMs),
  )
  const code = await foundSchool(house)
  const scene = await fillSchool(house)
  return { house, scene, code, passTime: () => void (nowMs += 3_600_000) }
}

/** Brings the school into a state; undefined when that is no longer possible. */
async function bring({ house, scene, passTime }: School, state: VaultState): Promise<void> {
  const { ask, life } = house
  if (life.state() === state) return
  passTime()
  // Sheets that were handed in come into the vault with the next unlock, whatever is asked then.
  if (life.state() === 'kiosk') await ask('kiosk.leave', { password: PASSWORD }).then(() => life.lock('test'))
  if (life.status().practice) await ask('vault.leavePractice')
  if (state === 'locked') return life.lock('test')
  if (life.state() === 'locked') await ask('vault.unlock', { password: PASSWORD })
  if (state === 'kiosk')
    await ask('kiosk.start', { studentId: scene.studentId, assessmentIds: scene.sheets, ...WISHES })
}

/** All that is kept: every row while the room is open, else every file but the one that counts wrong passwords. */
function kept({ folder, life }: House): string {
  const room = life.room()
  if (room) return contentDigest(room.connection)
  const hash = createHash('sha256').update(life.state())
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted() : []
  for (const name of files.filter((file) => !file.includes('throttle')))
    hash.update(name).update(digestOfFile(join(folder, name)))
  return hash.digest('hex')
}

/** By place, number, size and the moment of its last change: what stands as it stood is not read again. */
const digests = new Map<string, string>()
function digestOfFile(file: string): string {
  const stat = statSync(file, { bigint: true })
  if (!stat.isFile()) return ''
  const standing = [file, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ')
  const digest = digests.get(standing) ?? createHash('sha256').update(readFileSync(file)).digest('hex')
  digests.set(standing, digest)
  return digest
}

const knownAt =
  ({ scene, code }: School): Known =>
  (field, random) => {
    if (/password$/iu.test(field)) return random.below(3) === 0 ? PASSWORD : undefined
    if (/code$/iu.test(field)) return random.below(3) === 0 ? code : undefined
    if (field === 'studentId') return scene.studentId
    if (field === 'assessmentId') return random.pick(scene.sheets)
    return field.endsWith('d') ? uuidOf(random) : undefined
  }

/** Once right inputs have become too dear, only those that the contract itself refuses. */
function inputFor(procedure: Procedure, random: Random, known: Known, isDear: boolean): unknown {
  const value = valueOf(procedure.input, random, known)
  if (!isDear) return random.below(2) === 0 ? spoiled(value, random) : value
  for (let tries = 0; tries < 20; tries++) {
    const wrong = spoiled(value, random)
    if (isRefused(procedure, wrong)) return wrong
  }
  return null
}

function isRefused({ input }: Procedure, value: unknown): boolean {
  try {
    return !input.safeParse(value).success
  } catch {
    return true
  }
}

it(
  'no input of a call on the vault itself gives anything but a good answer or an error that says what is wrong',
  { timeout: patience(400_000) },
  async () => {
    const random = seeded()
    const before = openHouse(join(tempFolder(), 'data'))
    let school = await openSchool()
    const spent = new Map<string, number>()
    const flaws: string[] = []
    let done = 0
    for (const _round of rounds(100, 10_000))
      for (const procedure of calls) {
        const { path, meta } = procedure
        const isDear = (spent.get(path) ?? 0) > DEAR_MS
        const start = performance.now()
        const state = meta.kind === 'lifecycle' ? random.pick(meta.states) : 'locked'
        const isNew = state === 'setup'
        if (!isNew && !isDear) await bring(school, state).catch(async () => void (school = await openSchool()))
        const house = isNew ? before : school.house
        const door: Door = {
          call: (at, input) => house.gate.call(at, input),
          mark: () => kept(house),
          digest: () => kept(house),
        }
        const input = inputFor(procedure, random, knownAt(school), isDear)
        const { flaw } = await attempt(door, procedure, input)
        if (flaw) flaws.push(`${path} (${state}): ${flaw} ${said(input)}`)
        spent.set(path, (spent.get(path) ?? 0) + performance.now() - start)
        done++
      }
    school.house.life.lock('test')
    report('X3', {
      bad: flaws.length,
      of: done,
      what: `inputs of ${calls.length} calls on the vault itself did the same`,
    })
    expect(flaws.slice(0, 20), JSON.stringify(school.house.log.slice(0, 5))).toEqual([])
  },
)
