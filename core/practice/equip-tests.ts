import { builtIn } from '#core/instruments/built-in'
import type { Both } from './story.ts'
import { type Teller, text } from './telling.ts'

const TRAINED: Both = ['省级培训 24 学时，督导下使用', 'Provincial training, 24 hours; used under supervision']
const CERTIFIED: Both = ['市教研室危机评估培训结业', 'City course on asking about crises, completed']
const NOT_USED = new Set(['mssmhs', 'scl90', 'sds', 'sas'])

/** Before the term: who may use which test, and the school's own cut lines of the MHT. */
export async function equipTests(teller: Teller, recordedOn: string): Promise<void> {
  const { client, newId, receiverId: userId } = teller
  const used = builtIn().filter(({ id }) => !NOT_USED.has(id))
  for (const { id: instrumentId, kind } of used) {
    const basis = text(teller, kind === 'interview' ? CERTIFIED : TRAINED)
    await client.instruments.recordCompetence({ requestId: newId(), instrumentId, userId, basis, recordedOn })
  }
  const band = (from: number, to: number, severity: number, label: Both) => ({
    from,
    to,
    severity,
    label: text(teller, label),
  })
  const mht = used.find(({ id }) => id === 'mht')
  const contents = mht?.scales.filter(({ id }) => id !== 'total' && id !== 'validity') ?? []
  await client.instruments.saveThresholds({
    requestId: newId(),
    instrumentId: 'mht',
    voidFrom: 7,
    scales: [
      {
        id: 'total',
        min: 0,
        max: 90,
        bands: [
          band(0, 55, 0, ['一般', 'Usual']),
          band(56, 64, 2, ['偏高', 'Raised']),
          band(65, 90, 3, ['高', 'High']),
        ],
      },
      ...contents.map(({ id, min, max }) => ({
        id,
        min,
        max,
        bands: [band(min, 3, 0, ['低', 'Low']), band(4, 7, 1, ['中', 'Middle']), band(8, max, 2, ['高', 'High'])],
      })),
    ],
  })
}
