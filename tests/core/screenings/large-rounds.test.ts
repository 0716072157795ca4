import { expect, test } from 'vitest'
import { testContext } from '#tests/context'
import { csv, takeIn } from './result-samples.ts'
import { roundOf } from './round-samples.ts'

const STUDENTS = 5000
const TITLES = '学号,姓名,班级,作答时间,q1,q2,q3,q4,q5,q6,q7,q8,q9'

/** Students straight into the vault: how a roster is read is measured elsewhere. */
function fill({ room }: ReturnType<typeof testContext>): void {
  const { db } = room.connection.vault
  const student = db.prepare(`
    INSERT INTO students (id, kind, name, name_sort, student_no, grade_no, class_no, grade, class_name, created_at, updated_at)
    VALUES (?, 'roster', ?, ?, ?, 7, ?, '七年级', ?, '', '')`)
  const keys = db.prepare('INSERT INTO student_keys VALUES (?, ?)')
  db.transaction(() => {
    for (let n = 0; n < STUDENTS; n++) {
      const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
      student.run(id, `学生${n}`, `xue sheng ${n}`, String(20260000 + n), n % 100, `七(${n % 100})班`)
      keys.run(id, `|学生${n}|xuesheng${n}|xs${n}|${20260000 + n}|`)
    }
  })()
}

const rows = Array.from({ length: STUDENTS }, (_, n) => {
  const answers = Array.from({ length: 9 }, (__, item) =>
    item === 8 ? Number(n % 50 === 3) : n % 10 === 0 ? (n * 7 + item * 3) % 4 : 0,
  )
  return `${20260000 + n},学生${n},七(${n % 100})班,2026-11-0${1 + (n % 9)} 10:0${n % 10},${answers.join(',')}`
})

test('5,000 rows are taken in within seconds, and every page of their list comes at once', async () => {
  const context = testContext()
  fill(context)
  const round = await roundOf(context, 'phq9', { flagRule: { levels: [], severity: 2 } })
  const begun = performance.now()
  await takeIn(context, round, csv(TITLES, ...rows))
  const importMs = performance.now() - begun
  expect((await context.client.screenings.get({ roundId: round.id })).counts).toMatchObject({ due: 5000, done: 5000 })
  const times: Record<string, number> = {}
  for (const filter of ['all', 'waiting', 'critical'] as const)
    for (const sort of ['urgency', 'class', 'score'] as const)
      for (const text of ['', 'xs12'])
        for (const offset of [0, 100]) {
          const ask = () =>
            context.client.screenings.entries({
              roundId: round.id,
              filter,
              text,
              className: null,
              sort,
              offset,
              limit: 50,
            })
          await ask()
          const start = performance.now()
          await ask()
          times[`${filter} ${sort} ${text} ${offset}`] = performance.now() - start
        }
  expect(importMs).toBeLessThan(300_000)
  expect(Object.entries(times).filter(([, ms]) => ms > 5000)).toEqual([])
}, 400_000)
