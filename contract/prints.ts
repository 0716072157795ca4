import { z } from 'zod'
import { PRINT_FORMS } from '#contract/code-tables'
import { AidSlip } from '#contract/aid'
import { Assessment, CoursePoint } from '#contract/assessments'
import { AppointmentLine } from '#contract/appointments'
import { Attachment } from '#contract/attachments'
import { Witness } from '#contract/audit'
import { Rehearsal, VaultCheck } from '#contract/backups'
import { Case } from '#contract/cases'
import { Conference } from '#contract/conferences'
import { Consent } from '#contract/consents'
import { Contact, SupportPerson } from '#contract/contacts'
import { Crisis } from '#contract/crises'
import { Archive, ArchiveLine, LogToLookAt, PaperLine } from '#contract/archives'
import { DayLog } from '#contract/days'
import { HoursInRange, ShiftHandover } from '#contract/hours'
import { Followup } from '#contract/followups'
import { GrowthEntry } from '#contract/growth'
import { Instrument } from '#contract/instrument-file'
import { InstrumentLine } from '#contract/instruments'
import { Intake } from '#contract/intakes'
import { Letter, LetterOpening } from '#contract/letters'
import { Note } from '#contract/notes'
import { Observation } from '#contract/observations'
import { GoalCourse, Plan } from '#contract/plans'
import { read, write } from '#contract/procedure'
import { Referral } from '#contract/referrals'
import { Report } from '#contract/reports'
import { Review } from '#contract/reviews'
import { Summary } from '#contract/screenings'
import { Stage } from '#contract/stages'
import { School } from '#contract/settings'
import { RiskMark, Student } from '#contract/students'
import { CalendarDate, Done, Line, LocalTime } from '#contract/times'
import { Visit } from '#contract/visits'

export type PrintForm = (typeof PRINT_FORMS)[number]

/** Persons without the numbers that nobody has confirmed, and what was spoken of, oldest first. */
const ContactLog = z.object({ persons: z.array(SupportPerson), contacts: z.array(Contact) })
/** The register lies at the desk: it names nobody. */
const Letterbox = z.object({
  openings: z.array(LetterOpening),
  letters: z.array(
    Letter.pick({
      id: true,
      no: true,
      receivedOn: true,
      writer: true,
      state: true,
      replyDue: true,
      answeredAt: true,
      notifiedAt: true,
      assignedTo: true,
    }),
  ),
})

/** What a student takes along: when, where, with whom; never why. */
const AppointmentSlip = AppointmentLine.pick({
  studentName: true,
  className: true,
  from: true,
  until: true,
  place: true,
  receiverName: true,
}).extend({ later: z.array(LocalTime) })

/** All a form shows; the parts that a form has no use for are null. */
export const PrintModel = z.object({
  form: z.enum(PRINT_FORMS),
  school: School,
  /** Labels of the school's risk levels by rank. */
  riskLabels: z.record(z.string(), z.string()),
  student: Student.nullable(),
  case: Case.nullable(),
  visit: Visit.nullable(),
  note: Note.nullable(),
  /** The level that held when the note was signed; the present one while it is not. */
  risk: RiskMark.nullable(),
  noticeText: z.string(),
  noticeVersion: Line,
  consents: z.array(Consent),
  /** Without its content, which the paper asks for itself. */
  attachment: Attachment.nullable(),
  crisis: Crisis.nullable(),
  referral: Referral.nullable(),
  report: Report.nullable(),
  /** The sheet and what it was made with; before it is begun only the instrument (test-explanation). */
  assessment: Assessment.nullable(),
  instrument: Instrument.nullable(),
  /** Results of the same instrument on its first scale up to this one, oldest first. */
  course: z.array(CoursePoint),
  instruments: z.array(InstrumentLine),
  /** What `instruments` counts uses in. */
  period: z.object({ from: CalendarDate, to: CalendarDate }).nullable(),
  screening: Summary.nullable(),
  /** The last rehearsal of a backup and the last full check of the records (backup-certificate). */
  proof: z.object({ rehearsal: Rehearsal, check: VaultCheck.nullable() }).nullable(),
  conference: Conference.nullable(),
  observation: Observation.nullable(),
  contactLog: ContactLog.nullable(),
  letterbox: Letterbox.nullable(),
  /** Heads of the log, oldest first (audit-witness). */
  witnesses: z.array(Witness),
  intake: Intake.nullable(),
  plan: Plan.nullable(),
  /** Of the goals that `plan` or `review` names. */
  goals: z.array(GoalCourse),
  review: Review.nullable(),
  stage: Stage.nullable(),
  /** Of one case, in the order of their days. */
  followups: z.array(Followup),
  /** How much of a case there was (closure, termination). */
  caseCounts: z
    .object({ visits: z.int(), firstOn: CalendarDate.nullable(), lastOn: CalendarDate.nullable() })
    .nullable(),
  /** The shareable layer, oldest first, and how much is left out of it. */
  growth: z.object({ entries: z.array(GrowthEntry), leftOut: z.int() }).nullable(),
  archive: Archive.nullable(),
  /** Daily logs that still have to be looked at by hand, without their words (destruction). */
  logsToLookAt: z.array(LogToLookAt.omit({ remarks: true })),
  papers: z.array(PaperLine),
  archiveLines: z.array(ArchiveLine),
  slip: AppointmentSlip.nullable(),
  /** Who comes in a week, without why (appointment-register). */
  register: z.array(
    AppointmentSlip.omit({ later: true }).extend({
      visitId: z.uuid(),
      channel: AppointmentLine.shape.channel,
      state: AppointmentLine.shape.state,
    }),
  ),
  hours: HoursInRange.nullable(),
  /** Of the days of a roster, oldest first. */
  handovers: z.array(ShiftHandover),
  dayLog: DayLog.nullable(),
  aidSlip: AidSlip.nullable(),
  /** Printed from the practice vault; the paper says so. */
  practice: z.boolean(),
  printedBy: Line,
  printedAt: LocalTime,
})
export type PrintModel = z.infer<typeof PrintModel>

/**
 * `subjectId`: visit for visit-record, student for notice and the papers to be signed, attachment for itself, crisis, referral; `from|to` dates for termly-report and
 * instrument-list; `student|instrument` for test-explanation, assessment for both results, round for screening-summary, `room` for
 * backup-certificate and audit-witness.
 * Case for intake, plan for plan, review for review, stage for stage (once it is finished, else `conflict`/`not-finished`), `room` for
 * feedback.
 * conference for conference and conference-parents (only of a talk with parents, else `conflict`/`not-for-parents`), student for
 * contact-log, observation or `blank` for observation, `from|to` for letterbox.
 * Case for followups, closure, termination (only of a relation that was overstepped, else `conflict`/`not-terminated`), file-checklist and
 * destruction (else `conflict`/`not-destroyed`); student for growth; `from|to` for archive-list.
 * Visit for appointment-slip, the Monday of a week for appointment-register and roster, `room` for opening-hours.
 * `day|user` for daily-log: one's own, the director everybody's.
 * aid for aid-slip.
 * A paper follows the rule of reading what it shows.
 * Results print once they are interpreted (S30); before that they are refused with `conflict` and `not-interpreted`. A certificate
 * without any rehearsal is refused with `not-rehearsed`, a sheet of witnesses before the first week with `no-witness`.
 */
const what = { form: z.enum(PRINT_FORMS), subjectId: z.string().max(100) }
export const prints = {
  /** What the paper will show, for the preview. */
  preview: read(
    { roles: ['counselor', 'director'], others: 'reason', audited: 'print.previewed' },
    z.object(what),
    PrintModel,
  ),
  /** Called when the paper is sent to the printer; leaves the audit row. */
  record: write(
    { roles: ['counselor', 'director'], others: 'reason' },
    { ...what, pages: z.int().min(1).max(200) },
    Done,
  ),
  /** The appointment slip alone, for whoever makes the booking; the desk prints nothing else. */
  previewSlip: read(
    { roles: ['counselor', 'director', 'duty'], audited: 'print.previewed', subjects: ['visit'] },
    z.object({ visitId: z.uuid() }),
    PrintModel,
  ),
  recordSlip: write(
    { roles: ['counselor', 'director', 'duty'] },
    { subjectId: z.uuid(), pages: z.int().min(1).max(200) },
    Done,
  ),
}
