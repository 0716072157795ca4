import { migrations } from '#db/migrations/all'
import type { Migration } from '#db/migrations/migration'

/** A moment in a migration: in the step that leads to `version`, after so many of its statements. */
export type Moment = { version: number; after: number }

/** Every moment on the way from this schema to the newest, the one after the last statement of each step included. */
export function momentsFrom(schema: number): Moment[] {
  return migrations
    .filter(({ version }) => version > schema)
    .flatMap(({ version, sql }) => [...statementsOf(sql), ''].map((_, after) => ({ version, after })))
}

/** The steps of the program, but that `call` is made at this moment. */
export function stepsStoppedAt({ version, after }: Moment, call: string): Migration[] {
  return migrations.map((step) => {
    if (step.version !== version) return step
    const statements = statementsOf(step.sql)
    return { ...step, sql: [...statements.slice(0, after), `SELECT ${call};`, ...statements.slice(after)].join('') }
  })
}

/** A trigger ends with END, everything else with its semicolon. Put together again they are the text they come from. */
export function statementsOf(sql: string): string[] {
  const statements: string[] = []
  let open = ''
  for (const piece of sql.split(/(?<=;)/u)) {
    open += piece
    if (!open.trimEnd().endsWith(';')) continue
    if (/^\s*CREATE TRIGGER/u.test(open) && !/\bEND;\s*$/u.test(open)) continue
    statements.push(open)
    open = ''
  }
  return open.trim() === '' ? statements : [...statements, open]
}
