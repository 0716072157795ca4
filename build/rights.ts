/** `npm run rights`: writes docs/rights.md from the contract. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rightsPage } from '#tests/rights-page'

writeFileSync(join(import.meta.dirname, '..', 'docs', 'rights.md'), rightsPage())
