import type { PrintModel } from '#contract/prints'
import { empty } from './models.ts'

const rehearsal = {
  at: '2026-11-21T09:02:00.000Z',
  ok: true,
  setName: 'QR-20261120-170500-1841',
  place: '红色 U 盘',
  madeAt: '2026-11-20T09:05:00.000Z',
  students: 1204,
  visits: 3461,
  notes: 3320,
  auditHead: '9f3c6a1e7b2d4c58',
  trouble: null,
}

export const backupCertificate = (ok = true): PrintModel => ({
  ...empty('backup-certificate'),
  student: null,
  case: null,
  proof: {
    rehearsal: ok ? rehearsal : { ...rehearsal, ok, trouble: 'differs' },
    check: ok ? { at: '2026-11-16T09:00:00.000Z', ok: true, pages: 24_102, rows: 61_877 } : null,
  },
})

export const auditWitness = (weeks: number): PrintModel => ({
  ...empty('audit-witness'),
  student: null,
  case: null,
  witnesses: Array.from({ length: weeks }, (_, n) => ({
    week: `2026-W${String(n + 20).padStart(2, '0')}`,
    seq: 1240 * (n + 1),
    head: (0x9f3c6a1e7b2d4c58n - BigInt(n) * 987_654_321_987n).toString(16).padStart(16, '0'),
    at: new Date(Date.parse('2026-05-15T08:00:00.000Z') + n * 7 * 86_400_000).toISOString(),
  })),
})
