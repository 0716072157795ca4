import { createHash } from 'node:crypto'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { isContractProcedure } from '@orpc/contract'
import { contract } from '#contract/all'
import { type ProcedureMeta, SUBJECTS } from '#contract/procedure'
import { AUDIT_EVENTS } from '#core/audit'
import { migrations } from '#db/migrations/all'
import { testContext } from '#tests/context'
import { ROOT, sourceFiles } from '#tests/source-files'

const files = sourceFiles()
const isThere = (path: string): boolean => existsSync(join(ROOT, path))
const pathsOf = (list: { path: string }[]): string[] => list.map(({ path }) => path)
const FEATURES = Object.keys(contract)

/** The vault's own life is no feature of the records: its handlers are in the host. */
const HANDLED_ELSEWHERE: Record<string, string> = {
  vault: 'electron/host/vault-handlers.ts',
  kiosk: 'electron/host/kiosk/handlers.ts',
  backups: 'electron/host/backups/handlers.ts',
  restores: 'electron/host/restores/handlers.ts',
}

/** Migrations that people have run: SHA-256 of their SQL. A new one is added, never changed. */
const SHIPPED: Record<string, string> = {
  start: 'bc6e0539f75a6b49c34b6c90f61025e405413dffa3036b56ef46a6d74cb1d0d1',
  tests: 'def2aa0bbeb244aec95542d387a5ad0b285a2222dc049fafc546b8db2d8a8962',
  trust: '84adf06f6cbecb73d3e476149fbb04e238f4dce6c4ec5318f0970f04b4aa1da1',
  work: '852cab553efb5393799b56d4d0eaf28478e0680f0c9bf230d00a5d1e4652e0dc',
  course: '65b1056353e2c1996c2815a80a3c4c44f97cc7056d0d30d1af02ae1e39624c96',
}

test('a feature has the same name on every side', () => {
  for (const feature of FEATURES) {
    const handlers = HANDLED_ELSEWHERE[feature] ?? `core/${feature}.ts`
    expect([feature, isThere(`contract/${feature}.ts`), isThere(handlers)]).toEqual([feature, true, true])
    if (isThere(`db/schema/${feature}.ts`))
      expect([feature, isThere(`db/repos/${feature}.ts`)]).toEqual([feature, true])
  }
})

test('every feature is asked by some test', () => {
  const tests = files.filter(({ path }) => path.startsWith('tests/') && !path.startsWith('tests/structure'))
  const unasked = FEATURES.filter(
    (feature) => !tests.some(({ text }) => text.includes(`.${feature}.`) || text.includes(`['${feature}',`)),
  )
  expect(unasked).toEqual([])
})

test('every call says who may make it, or in which state', () => {
  const metas = Object.values(contract).flatMap((calls) =>
    Object.values<unknown>(calls).map((call) =>
      isContractProcedure(call) ? (call['~orpc'].meta as ProcedureMeta) : undefined,
    ),
  )
  for (const meta of metas) expect(meta && 'states' in meta ? meta.states : meta?.roles).not.toHaveLength(0)
})

test('what a call names of a child is checked by the gate, for every write and every reading that is logged', () => {
  const unchecked = Object.entries(contract).flatMap(([feature, calls]) =>
    Object.entries<unknown>(calls).flatMap(([verb, call]) => {
      if (!isContractProcedure(call)) return []
      const { inputSchema, meta } = call['~orpc'] as { inputSchema: unknown; meta: ProcedureMeta }
      if (meta.kind === 'lifecycle' || (meta.kind === 'read' && !meta.audited)) return []
      const { shape } = inputSchema as z.ZodObject
      const named = SUBJECTS.filter((subject) => shape[`${subject}Id`] instanceof z.ZodUUID)
      // A record that belongs to the student named beside it proves that student, too.
      const asked = named.length > 1 ? named.filter((subject) => subject !== 'student') : named
      return asked.filter((subject) => !meta.subjects?.includes(subject)).map((one) => `${feature}.${verb}: ${one}`)
    }),
  )
  expect(unchecked).toEqual([])
})

test('every event that a reading leaves in the log is on the closed list', () => {
  const audited = Object.values(contract).flatMap((calls) =>
    Object.values<unknown>(calls).flatMap((call) => {
      const meta = isContractProcedure(call) ? (call['~orpc'].meta as ProcedureMeta) : undefined
      return meta?.kind === 'read' && meta.audited ? [meta.audited] : []
    }),
  )
  expect(AUDIT_EVENTS).toEqual(expect.arrayContaining(audited))
})

test('the window carries no validator: what it takes from contract/ has none', () => {
  const valuesFrom = (text: string): string[] =>
    [...text.matchAll(/^import (?!type )[^;']*? from '([^']+)'/gmu)].map((found) => found[1] ?? '')
  const contracts = new Map<string, string[]>(
    files
      .filter(({ path }) => path.startsWith('contract/'))
      .map(({ path, text }) => [`#${path.replace('.ts', '')}`, valuesFrom(text)]),
  )
  const validates = (name: string): boolean =>
    /^(zod|@orpc\/)/u.test(name) || (contracts.get(name) ?? []).some((deeper) => validates(deeper))
  const window = files.filter(({ path }) => path.startsWith('renderer/'))
  expect(
    window.flatMap(({ path, text }) =>
      valuesFrom(text)
        .filter((name) => name.startsWith('#contract/') && validates(name))
        .map((name) => `${path}: ${name}`),
    ),
  ).toEqual([])
})

test('only db/ knows the database', () => {
  const mayKnow = /^(db|tests\/db|build\/bench)\/|^tests\/structure\.test\.ts$/u
  const strangers = files.filter(
    ({ path, imports }) =>
      !mayKnow.test(path) && imports.some((name) => /^(drizzle-orm|better-sqlite3)(\/|$)/u.test(name)),
  )
  expect(pathsOf(strangers)).toEqual([])
})

test('a database is opened in db/vault and nowhere else', () => {
  const mayOpen = /^(db\/vault\/open\.ts|build\/bench\/plain\.ts)$|^tests\/db\//u
  expect(pathsOf(files.filter(({ path, text }) => /new Database\(/u.test(text) && !mayOpen.test(path)))).toEqual([])
})

test('no call copies the vault in plain sight', () => {
  const calls = /\.(serialize|backup)\(/u
  const code = files.filter(({ path }) => !path.startsWith('tests/'))
  expect(pathsOf(code.filter(({ text }) => calls.test(text)))).toEqual([])
})

test('file names say what is inside', () => {
  const saysNothing = /(^|-)(utils?|helpers?|common|manager|misc|base|index)$/iu
  expect(pathsOf(files.filter(({ name }) => saysNothing.test(name)))).toEqual([])
})

test('imports never climb', () => {
  expect(pathsOf(files.filter(({ imports }) => imports.some((name) => name.startsWith('../'))))).toEqual([])
})

test('the style sheets of two features never dress the same class: a visit to one page must not change another', () => {
  const owners = new Map<string, Set<string>>()
  for (const path of globSync('renderer/features/**/*.css', { cwd: ROOT }))
    for (const [, name = ''] of readFileSync(join(ROOT, path), 'utf8').matchAll(
      /^\.([\w-]+)(?:[:.][\w-]+)* (?:\{|,)/gmu,
    ))
      owners.set(name, (owners.get(name) ?? new Set()).add(path))
  expect([...owners].filter(([, paths]) => paths.size > 1)).toEqual([])
})

test('migrations are numbered without gaps, and shipped ones stay as they were', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1))
  const names = migrations.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}.ts`)
  const steps = readdirSync(join(ROOT, 'db/migrations')).filter((name) => /^\d/u.test(name))
  expect(steps.toSorted()).toEqual(names)
  const digests = new Map(
    migrations.map(({ name, sql }) => [name, createHash('sha256').update(sql).digest('hex')] as const),
  )
  for (const [name, digest] of Object.entries(SHIPPED)) expect([name, digests.get(name)]).toEqual([name, digest])
})

test('the tables of a fresh vault are those of the schema', async () => {
  const { db } = testContext().room.connection.vault
  type Column = { name: string; type: string; notnull: number; pk: number }
  const real = new Map<string, string[]>()
  const names = db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'note_words%'`)
    .pluck()
  for (const table of names.all() as string[])
    real.set(
      table,
      (db.pragma(`table_info(${table})`) as Column[]).map(({ name, type, notnull, pk }) =>
        [name, type, notnull === 1 || pk > 0 ? 'required' : 'optional'].join(' '),
      ),
    )
  const schemas = await Promise.all(
    globSync('db/schema/*.ts', { cwd: ROOT }).map((path) => import(join(ROOT, path)) as Promise<object>),
  )
  const tables = schemas.flatMap((schema) => Object.values(schema)).filter((value) => value instanceof SQLiteTable)
  const written = new Map(
    tables.map((table) => {
      const { name, columns, primaryKeys } = getTableConfig(table)
      const keys = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)))
      return [
        name,
        columns.map((column) =>
          [
            column.name,
            column.getSQLType().toUpperCase(),
            column.notNull || column.primary || keys.has(column.name) ? 'required' : 'optional',
          ].join(' '),
        ),
      ]
    }),
  )
  const sorted = (map: Map<string, string[]>) =>
    Object.fromEntries([...map].map(([name, columns]) => [name, columns.toSorted()]))
  expect(sorted(written)).toEqual(sorted(real))
})

test('every word is there in both languages', async () => {
  const keysOf = (words: object, path = ''): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null ? keysOf(value as object, `${path}${key}.`) : [`${path}${key}`],
    )
  for (const path of globSync('renderer/lib/words/*.ts', { cwd: ROOT })) {
    const { zh, en } = (await import(join(ROOT, path))) as { zh: object; en: object }
    const plain = (keys: string[]): string[] =>
      [...new Set(keys.map((key) => key.replace(/_(one|other)$/u, '')))].toSorted()
    expect([path, plain(keysOf(en))]).toEqual([path, plain(keysOf(zh))])
  }
})

test('the map names every top folder', () => {
  const map = readFileSync(join(ROOT, 'docs/map.md'), 'utf8')
  const folders = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$|dist$|out$)/u.test(entry.name))
    .map((entry) => entry.name)
  expect(folders.filter((name) => !map.includes(`\`${name}/\``))).toEqual([])
})
