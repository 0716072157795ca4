/** A process that is killed in the middle of bringing a vault up to date, between two statements. */
import { openVault } from '#db/vault/open'
import { stepsStoppedAt } from './stopped-migration.ts'

const [file = '', key = '', version = '', after = ''] = process.argv.slice(2)
openVault(file, Buffer.from(key, 'hex'), {
  steps: stepsStoppedAt({ version: Number(version), after: Number(after) }, 'be_killed()'),
  beforeMigration: (db) => db.function('be_killed', () => Number(process.kill(process.pid, 'SIGKILL'))),
})
