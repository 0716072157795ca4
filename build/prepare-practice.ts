/** Writes a practice vault into a folder and prints its account, so that scripts can open it. */
import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { AppError } from '#contract/errors'
import { ROLES } from '#contract/procedure'
import { PRACTICE_ACCOUNT } from '#core/practice/people'
import { practiceSchool } from '#core/practice/school'
import { systemClock } from '#electron/host/clock'
import { enter } from '#electron/host/entering'
import { foundVault } from '#electron/host/found-vault'
import { realPlace } from '#electron/host/places'
import { fillPracticeRoom } from '#electron/host/practice'
import { readWorkbook } from '#electron/host/workbook-reader'
import { tryPassword } from '#electron/host/unlocking'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Say where: npm run demo -- --prepare DIR')
const place = realPlace(resolve(folder))
const { name, password } = PRACTICE_ACCOUNT
try {
  await foundVault(place, {
    school: practiceSchool('zh', systemClock.today()),
    account: { id: randomUUID(), name, sex: 'female', roles: [...ROLES] },
    password,
    recovery: null,
    clock: systemClock,
    newId: randomUUID,
    kdfTargetMs: 0,
  })
} catch (error) {
  if (!(error instanceof AppError) || error.data.reason !== 'vault-exists') throw error
  console.error(`There is a vault in ${place.folder} already; nothing was changed.`)
  process.exit(1)
}
const room = enter(place, await tryPassword(place, password, systemClock), systemClock, 'vault.unlocked')
await fillPracticeRoom(room, 'zh', {
  readWorkbook: (_fileName, content) => readWorkbook(content),
  openFiles: new Map(),
})
room.connection.vault.close()
console.log(`vault: ${place.vaultFile}`)
console.log(`name: ${name}`)
console.log(`password: ${password}`)
