import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** End-to-end files that take more than a minute, the longest first: one that began late would go on alone at the end. */
const LONG = [
  'plaintext',
  'kiosk',
  'week',
  'people',
  'secrets',
  'plans',
  'backups',
  'screenings',
  'launching',
  'injection',
].map((name) => `${name}.e2e.ts`)

const placeOf = ({ moduleId }: TestSpecification): number => {
  const at = LONG.indexOf(basename(moduleId))
  return at < 0 ? LONG.length : at
}

/** Vitest's own order, the larger file first, but for files that are known to be long. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
