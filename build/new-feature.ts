/** `npm run new-feature -- letters [letter]`: a feature that works, with its one line in every list. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesOf } from './new-feature/files.ts'
import { namesOf } from './new-feature/names.ts'
import { registrationsOf } from './new-feature/registrations.ts'

const root = join(import.meta.dirname, '..')
const [plural = '', singular] = process.argv.slice(2)
const steps = readdirSync(join(root, 'db/migrations')).filter((name) => /^\d{4}-/u.test(name))
const names = namesOf(plural, singular, steps.length + 1)

const files = filesOf(names)
const taken = Object.keys(files).filter((path) => existsSync(join(root, path)))
if (taken.length > 0) throw new Error(`There is one already: ${taken.join(', ')}`)
const changes = Object.entries(registrationsOf(names)).map(
  ([path, change]) => [path, change(readFileSync(join(root, path), 'utf8'))] as const,
)

const written = [...Object.entries(files), ...changes]
for (const [path, text] of written) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const oxfmt = join(root, 'node_modules', 'oxfmt', 'bin', 'oxfmt')
spawnSync(process.execPath, [oxfmt, ...written.map(([path]) => path)], { cwd: root, stdio: 'ignore' })

console.log(`Made:\n  ${Object.keys(files).join('\n  ')}`)
console.log(`One line each in:\n  ${changes.map(([path]) => path).join('\n  ')}`)
console.log('Next: say in the contract what it really is; its Chinese title stands in renderer/lib/words.')
