import { start } from './0001-start.ts'
import { tests } from './0002-tests.ts'
import { trust } from './0003-trust.ts'
import { work } from './0004-work.ts'
import { course } from './0005-course.ts'
import type { Migration } from './migration.ts'

/** Every step in order. A step is added, never changed. */
export const migrations: readonly Migration[] = [start, tests, trust, work, course]
