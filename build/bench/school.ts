import { createHash, randomUUID } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { record } from '#core/gatekeeping'
import { PRACTICE_ACCOUNT } from '#core/practice/people'
import { practiceSchool } from '#core/practice/school'
import { tellTenYears } from '#core/practice/ten-years'
import { connect } from '#db/connection'
import { migrations } from '#db/migrations/all'
import { openWithPassword } from '#db/vault/keyslots'
import { readKeyslots } from '#db/vault/keyslots-file'
import { openVault, type Vault } from '#db/vault/open'
import { clockFrom, systemClock } from '#electron/host/clock'
import { foundVault } from '#electron/host/found-vault'
import { practicePlace } from '#electron/host/places'

export const SIZE = { students: 12_000, visits: 60_000, tests: 100_000 }
/** Raise it when what is generated changes; the old school is then built again. */
const EDITION = 2
export const ACCOUNT_ID = '6f1f2d5e-6a40-4b7e-9a6b-2f2f6d1b9c11'
const account = {
  id: ACCOUNT_ID,
  name: PRACTICE_ACCOUNT.name,
  sex: 'female' as const,
  roles: ['counselor' as const, 'director' as const],
}

/** The folder that holds the ten-year school as a practice vault; built once, then kept. */
export async function tenYearSchool(cache: string, size = SIZE): Promise<string> {
  const folder = join(cache, `ten-years-${EDITION}-${schemaDigest()}`)
  if (existsSync(folder)) return folder
  const growing = `${folder}.part`
  rmSync(growing, { recursive: true, force: true })
  const place = practicePlace(growing)
  await foundVault(place, {
    school: practiceSchool('zh', systemClock.today()),
    account,
    password: PRACTICE_ACCOUNT.password,
    recovery: null,
    clock: systemClock,
    newId: randomUUID,
    kdfTargetMs: 0,
  })
  const vault = openVault(place.vaultFile, await databaseKeyOf(growing))
  try {
    fill(vault, size)
  } finally {
    vault.close()
  }
  renameSync(growing, folder)
  return folder
}

/** A school built on another schema is no yardstick. */
const schemaDigest = (): string =>
  createHash('sha256')
    .update(migrations.map(({ sql }) => sql).join(''))
    .digest('hex')
    .slice(0, 8)

export const vaultFileOf = (folder: string): string => practicePlace(folder).vaultFile

export async function databaseKeyOf(folder: string): Promise<Buffer> {
  const keyslots = readKeyslots(practicePlace(folder).folder)
  const opened = keyslots && (await openWithPassword(keyslots, PRACTICE_ACCOUNT.password))
  if (!opened) throw new Error('the ten-year school does not open with its own password')
  return opened.databaseKey
}

function fill(vault: Vault, size: typeof SIZE): void {
  const connection = connect(vault)
  let nowMs = 0
  const clock = clockFrom(() => nowMs)
  const begun = performance.now()
  tellTenYears(
    {
      batch: (work) =>
        connection.transaction((db) =>
          work({
            ...clock,
            db,
            me: account,
            practice: true,
            own: null,
            newId: randomUUID,
            services: { readWorkbook: () => Promise.reject(new Error('no files here')), openFiles: new Map() },
            audit: (event, about = {}) =>
              record(
                db,
                {
                  at: clock.now(),
                  userId: account.id,
                  event,
                  subjectId: about.subjectId ?? null,
                  studentId: about.studentId ?? null,
                },
                null,
              ),
          }),
        ),
      set: (milliseconds) => (nowMs = milliseconds),
      newId: randomUUID,
      onProgress(done, of) {
        const seconds = Math.round((performance.now() - begun) / 1000)
        process.stderr.write(`\rbuilding the ten-year school: ${done} of ${of} visits, ${seconds} s `)
      },
    },
    size,
  )
  process.stderr.write('\n')
}
