import { start } from './0001-start.ts'
import type { Migration } from './migration.ts'

/** Every step in order. A step is added, never changed. */
export const migrations: readonly Migration[] = [start]
