/** Writes the practice vault into a folder and prints its account, so that scripts can open it. */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PRACTICE_ACCOUNT } from '#core/practice/people'
import { startHost } from '#electron/host/start-host'
import { openPractice } from '#electron/loopback/practice'

const [place] = process.argv.slice(2)
if (!place) throw new Error('Say where: npm run demo -- --prepare DIR')
const dataDir = resolve(place)
mkdirSync(dataDir, { recursive: true, mode: 0o700 })
const host = startHost({
  dataDir,
  threadFile: join(import.meta.dirname, '..', 'dist', 'electron', 'host', 'thread.js'),
})
await openPractice(host)
await host.close()
console.log(`vault: ${join(dataDir, 'practice', 'vault.db')}`)
console.log(`name: ${PRACTICE_ACCOUNT.name}`)
console.log(`password: ${PRACTICE_ACCOUNT.password}`)
