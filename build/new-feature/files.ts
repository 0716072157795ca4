import type { Names } from './names.ts'

/** The smallest feature that works on every side: a list, and adding to it. */
export const filesOf = (names: Names): Record<string, string> => ({
  [`contract/${names.plural}.ts`]: contract(names),
  [`db/schema/${names.plural}.ts`]: schema(names),
  [`db/migrations/${names.step}-${names.plural}.ts`]: migration(names),
  [`db/repos/${names.plural}.ts`]: repo(names),
  [`core/${names.plural}.ts`]: handlers(names),
  [`renderer/features/${names.plural}/${names.Plural}Page.tsx`]: page(names),
  [`renderer/lib/words/${names.plural}.ts`]: words(names),
  [`tests/core/${names.plural}.test.ts`]: test(names),
})

const contract = ({ plural, Singular }: Names): string => `import { z } from 'zod'
import { read, write } from '#contract/procedure'
import { Instant, Line, Prose } from '#contract/times'

export const ${Singular} = z.object({ id: z.uuid(), text: Prose.min(1).max(2000), writtenAt: Instant, writtenBy: Line })
export type ${Singular} = z.infer<typeof ${Singular}>

export const ${plural} = {
  /** Newest first. */
  list: read({ roles: 'counselor' }, z.object({ limit: z.int().min(1).max(200) }), z.array(${Singular})),
  add: write({ roles: 'counselor' }, { id: z.uuid(), text: ${Singular}.shape.text }, ${Singular}),
}
`

const schema = ({ plural }: Names): string => `import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const ${plural}Table = sqliteTable('${plural}', {
  id: text('id').primaryKey(),
  text: text('text').notNull(),
  writtenAt: text('written_at').notNull(),
  writtenBy: text('written_by').notNull(),
})
`

const migration = ({ plural, step }: Names): string => `import type { Migration } from './migration.ts'

export const ${plural}: Migration = {
  version: ${Number(step)},
  name: '${plural}',
  sql: \`
CREATE TABLE ${plural} (
  id TEXT PRIMARY KEY, text TEXT NOT NULL, written_at TEXT NOT NULL, written_by TEXT NOT NULL REFERENCES users (id)
) STRICT;
CREATE INDEX ${plural}_by_time ON ${plural} (written_at);
\`,
}
`

const repo = ({ plural, singular, Singular, Plural }: Names): string => `import { desc, eq } from 'drizzle-orm'
import type { ${Singular} } from '#contract/${plural}'
import type { ReadableDb, WritableDb } from '#db/connection'
import { ${plural}Table as t } from '#db/schema/${plural}'
import { usersTable as u } from '#db/schema/settings'

const columns = { id: t.id, text: t.text, writtenAt: t.writtenAt, writtenBy: u.name }

/** Newest first. */
export const find${Plural} = (db: ReadableDb, limit: number): ${Singular}[] =>
  db.select(columns).from(t).innerJoin(u, eq(u.id, t.writtenBy)).orderBy(desc(t.writtenAt)).limit(limit).all()

export const find${Singular} = (db: ReadableDb, id: string): ${Singular} | undefined =>
  db.select(columns).from(t).innerJoin(u, eq(u.id, t.writtenBy)).where(eq(t.id, id)).get()

export function insert${Singular}(db: WritableDb, ${singular}: ${Singular}): void {
  db.insert(t).values(${singular}).run()
}
`

const handlers = ({
  plural,
  singular,
  Singular,
  Plural,
}: Names): string => `import type { ${plural} } from '#contract/${plural}'
import type { Handlers } from '#core/context'
import { found } from '#core/found'
import { find${Singular}, find${Plural}, insert${Singular} } from '#db/repos/${plural}'

export const ${plural}Handlers: Handlers<typeof ${plural}> = {
  list: (ctx, { limit }) => find${Plural}(ctx.db, limit),
  add(ctx, { id, text }) {
    insert${Singular}(ctx.db, { id, text, writtenAt: ctx.now(), writtenBy: ctx.me.id })
    ctx.audit('${singular}.added', { subjectId: id })
    return found(find${Singular}(ctx.db, id), 'id')
  },
}
`

const page = ({ plural, Plural }: Names): string => `import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { PageHeader } from '#ui/PageHeader'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'

export function ${Plural}Page() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['${plural}', 'list'],
    queryFn: () => client.${plural}.list({ limit: 100 }),
  })
  return (
    <>
      <PageHeader title={t('${plural}.title')} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <Panel>
          {data.length === 0 ? (
            <EmptyState title={t('${plural}.none')} hint={t('${plural}.noneHint')} />
          ) : (
            <Rows label={t('${plural}.title')}>
              {data.map((one) => (
                <Row key={one.id} name={one.text} hint={one.writtenBy} />
              ))}
            </Rows>
          )}
        </Panel>
      )}
    </>
  )
}
`

const words = ({ plural, Plural }: Names): string => `export const zh = {
  title: '${Plural}',
  none: '这里还没有内容。',
  noneHint: '写下第一条后，会按时间列在这里。',
}

export const en: typeof zh = {
  title: '${Plural}',
  none: 'No ${plural} yet.',
  noneHint: 'The first one will stand here, newest on top.',
}
`

const test = ({ plural, singular, Plural }: Names): string => `import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testContext } from '#tests/context'

describe('${plural}', () => {
  it('${/^[aeiou]/u.test(singular) ? 'an' : 'a'} ${singular} that was added stands in the list, and in the log', async () => {
    const { client, me } = testContext()
    const id = randomUUID()
    await client.${plural}.add({ id, text: '${Plural}' })
    expect(await client.${plural}.list({ limit: 10 })).toMatchObject([{ id, writtenBy: me.name }])
    expect((await client.audit.list({ before: null, limit: 1 }))[0]).toMatchObject({ event: '${singular}.added', subjectId: id })
  })
})
`
