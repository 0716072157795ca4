import { z } from 'zod'
import { Both, Instrument } from '#contract/instrument-file'
import { FILE_FLAWS } from '#contract/instrument-lists'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, LocalTime, Prose } from '#contract/times'

/** One instrument of the library (S28) as the room sees it. */
export const InstrumentSummary = z.object({
  id: z.string(),
  title: Both,
  short: Line,
  kind: z.enum(['self-report', 'interview', 'score-entry']),
  version: Line,
  /** `built-in`: came with the program; `own`: a file of the school. */
  origin: z.enum(['built-in', 'own']),
  itemCount: z.int(),
  ageMin: z.int().nullable(),
  ageMax: z.int().nullable(),
  ageNote: z.string(),
  timeframe: Both,
  license: z.object({
    statement: z.string(),
    attribution: z.string(),
    verdict: z.string(),
    conditions: z.array(z.string()),
    url: z.string().nullable(),
  }),
  /** Where the Chinese wording comes from; a key of `codes.zhTexts` or free words. */
  zhText: z.string(),
  textNote: z.string(),
  /** Score-entry only: the school has typed its thresholds. */
  thresholdsSet: z.boolean(),
  /** Taken out of use by the school. */
  retired: z.boolean(),
  /** Not for a program that is sold (WHO-5, SWLS): hidden from giving in a paid build. */
  withheld: z.boolean(),
  uses: z.int(),
  lastUsedOn: CalendarDate.nullable(),
  /** What I am recorded competent by; null: I may not start it. */
  competence: z.object({ id: z.uuid(), basis: Line, recordedOn: CalendarDate }).nullable(),
})
export type InstrumentSummary = z.infer<typeof InstrumentSummary>

export const FileFlaw = z.object({
  /** Where in the file, e.g. `items[3].skipIf.all[0].item`; empty for the file as a whole. */
  path: z.string(),
  problem: z.enum(FILE_FLAWS),
  /** What stands there, or what was expected: words of the file itself. */
  detail: z.string(),
})
export type FileFlaw = z.infer<typeof FileFlaw>

/** The school's own cut lines of one scale of a score-entry instrument. Inclusive at both ends. */
export const Thresholds = z.object({
  id: z.string(),
  min: z.number(),
  max: z.number(),
  bands: z
    .array(z.object({ from: z.number(), to: z.number(), label: Line.min(1), severity: z.int().min(0).max(4) }))
    .max(10),
})
export type Thresholds = z.infer<typeof Thresholds>

/** One line of 量表使用登记 (F11). */
export const InstrumentUse = z.object({
  assessmentId: z.uuid(),
  studentId: z.uuid(),
  no: Line,
  on: CalendarDate,
  short: Line,
  studentName: Line,
  className: Line.nullable(),
  mode: Line,
  givenBy: Line,
})
export type InstrumentUse = z.infer<typeof InstrumentUse>

const instrumentId = z.string().max(40)
const roles = ['counselor', 'director'] as const
export const instruments = {
  list: read({ roles }, z.object({}), z.array(InstrumentSummary)),
  /** The whole file in force, for reading and for filling in. */
  get: read({ roles }, z.object({ instrumentId }), z.object({ summary: InstrumentSummary, file: Instrument })),
  /** Everything that is wrong in a file; nothing is stored. `content`: the text of the file. */
  checkFile: read(
    { roles },
    z.object({ content: z.string().max(1_000_000) }),
    z.object({
      flaws: z.array(FileFlaw),
      /** What would be added; null while something is wrong. */
      found: z
        .object({ id: z.string(), title: Both, version: Line, itemCount: z.int(), replaces: Line.nullable() })
        .nullable(),
    }),
  ),
  /** Adds the school's own instrument, or a newer edition of it. Results keep the edition they were made with. */
  add: write({ roles: 'counselor' }, { content: z.string().max(1_000_000) }, InstrumentSummary),
  saveThresholds: write(
    { roles: 'counselor' },
    { instrumentId, scales: z.array(Thresholds).min(1).max(60), voidFrom: z.number().nullable() },
    InstrumentSummary,
  ),
  retire: write({ roles: 'counselor' }, { instrumentId, retired: z.boolean() }, InstrumentSummary),
  /** What somebody is competent by: training, certificate, supervised practice (S28). */
  recordCompetence: write(
    { roles: ['counselor', 'director'] },
    { instrumentId, userId: z.uuid(), basis: Line.min(1), recordedOn: CalendarDate },
    Done,
  ),
  withdrawCompetence: write({ roles: ['counselor', 'director'] }, { competenceId: z.uuid() }, Done),
  competences: read(
    { roles },
    z.object({ instrumentId }),
    z.array(
      z.object({
        id: z.uuid(),
        userId: z.uuid(),
        userName: Line,
        basis: Line,
        recordedOn: CalendarDate,
        withdrawnAt: Instant.nullable(),
      }),
    ),
  ),
  /** The register of use, newest first; what came in with a screening round stands in that round. */
  uses: read(
    { roles, audited: 'instrument.uses-read' },
    z.object({ from: CalendarDate, to: CalendarDate, instrumentId: instrumentId.nullable() }),
    z.array(InstrumentUse),
  ),
}

/** What the printed list says of one instrument. */
export const InstrumentLine = InstrumentSummary.pick({
  id: true,
  title: true,
  short: true,
  version: true,
  license: true,
  zhText: true,
  uses: true,
  lastUsedOn: true,
}).extend({ competent: z.array(z.object({ name: Line, basis: Line })), note: Prose, asOf: LocalTime })
export type InstrumentLine = z.infer<typeof InstrumentLine>
