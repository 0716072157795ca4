import { z } from 'zod'
import { AidRules } from '#contract/aid'
import { AcceptanceRules } from '#contract/acceptances'
import { ArchiveRules } from '#contract/archives'
import { BackupSchedule } from '#contract/backups'
import { CaseRules } from '#contract/case-course'
import { PROBLEMS } from '#contract/code-tables'
import { DEFAULT_CONTACT_RULES } from '#contract/contact-rules'
import { ConferenceRules } from '#contract/conferences'
import { ContactRulesFields } from '#contract/contacts'
import { ConsentRules, PaperTexts } from '#contract/consents'
import { AppError } from '#contract/errors'
import { BookingRules, OpenStretch } from '#contract/hours'
import { PlanRules } from '#contract/plans'
import { FollowupRules } from '#contract/followups'
import { StageRules } from '#contract/stages'
import { Preferences, RiskLevel, School, SchoolClass, type settings, Snippet, Term } from '#contract/settings'
import { DEFAULT_CONSENT_RULES } from '#core/consents/default-rules'
import {
  DEFAULT_ARCHIVE_RULES,
  DEFAULT_CASE_RULES,
  DEFAULT_CONFERENCE_RULES,
  DEFAULT_FOLLOWUP_RULES,
  DEFAULT_STAGE_RULES,
} from '#core/cases/default-rules'
import type { Handlers, WriteContext } from '#core/context'
import { DEFAULT_BOOKING_RULES } from '#core/defaults'
import type { ReadableDb, WritableDb } from '#db/connection'
import { findSetting, findUsers, putSetting } from '#db/repos/settings'

/**
 * A stored record whose fields were not all there when it was written: what it lacks is the default. Whoever adds a field to the
 * contract gives a default for it here, and vaults of before open.
 */
const stored = <S extends z.ZodObject>(schema: S, defaults: z.output<S>) =>
  z.preprocess((record) => (record === undefined ? defaults : record), filledUp(schema, defaults))
const filledUp = <S extends z.ZodObject>(schema: S, defaults: Partial<z.output<S>>) =>
  z.preprocess((record) => (isRecord(record) ? { ...defaults, ...record } : record), schema)
const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null

/** What a stretch of opening hours has had from the beginning is always there; what is added to it later gets its default. */
const STRETCH_DEFAULTS: Omit<OpenStretch, 'weekday' | 'from' | 'to'> = {}

/** Every setting with its schema. All are set when a vault is made (`core/new-vault.ts`); a spoilt one is a fault. */
const SETTINGS = {
  school: School,
  preferences: Preferences,
  terms: z.array(Term),
  riskLevels: z.array(RiskLevel),
  classes: z.array(SchoolClass),
  snippets: z.array(Snippet),
  hiddenProblems: z.array(z.enum(PROBLEMS)),
  isPractice: z.boolean().default(false),
  kioskKeys: z.object({ publicKey: z.string(), privateKey: z.string() }).nullable().default(null),
  kioskTaken: z.array(z.string()).default([]),
  /** Accounts that were given a start code and have not chosen a password yet. */
  startCodes: z.array(z.uuid()).default([]),
  openingHours: z.array(filledUp(OpenStretch, STRETCH_DEFAULTS)).default([]),
  bookingRules: stored(BookingRules, DEFAULT_BOOKING_RULES),
  backupSchedule: stored(BackupSchedule, { atQuit: true, everyDays: 3, rehearseEveryDays: 30 }),
  /** Keyslots of the accounts as JSON (core/backups.ts). */
  waysIn: z.string().nullable().default(null),
  contactRules: stored(ContactRulesFields, DEFAULT_CONTACT_RULES),
  caseRules: stored(CaseRules, DEFAULT_CASE_RULES),
  followupRules: stored(FollowupRules, DEFAULT_FOLLOWUP_RULES),
  archiveRules: stored(ArchiveRules, DEFAULT_ARCHIVE_RULES),
  consentRules: stored(ConsentRules, DEFAULT_CONSENT_RULES),
  /** Those the school has written itself. */
  paperTexts: PaperTexts.partial().default({}),
  acceptanceRules: stored(AcceptanceRules, { mode: 'self', byGrade: [], shownAlone: false }),
  planRules: stored(PlanRules, { reviewDays: 30 }),
  /** Without offices of its own a school has the usual ones. */
  aidRules: stored(AidRules.extend({ offices: AidRules.shape.offices.nullable() }), { answerDays: 14, offices: null }),
  stageRules: stored(StageRules, DEFAULT_STAGE_RULES),
  conferenceRules: stored(ConferenceRules, DEFAULT_CONFERENCE_RULES),
} as const
type Settings = { [K in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[K]> }

export function getSetting<K extends keyof Settings>(db: ReadableDb, key: K): Settings[K] {
  return SETTINGS[key].parse(findSetting(db, key)) as Settings[K]
}
export function saveSetting<K extends keyof Settings>(db: WritableDb, key: K, value: Settings[K]): void {
  putSetting(db, key, value)
}

/** The term a day falls into; else the latest that had begun by then, else the first. */
export function nearestTerm(terms: readonly Term[], day: string): Term | undefined {
  const sorted = terms.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
  return (
    sorted.find((term) => term.startsOn <= day && day <= term.endsOn) ??
    sorted.findLast((term) => term.startsOn <= day) ??
    sorted[0]
  )
}

export const settingsHandlers: Handlers<typeof settings> = {
  workplace(ctx) {
    const terms = getSetting(ctx.db, 'terms')
    const today = ctx.today()
    return {
      school: getSetting(ctx.db, 'school'),
      preferences: getSetting(ctx.db, 'preferences'),
      terms,
      currentTermId: nearestTerm(terms, today)?.id ?? null,
      riskLevels: getSetting(ctx.db, 'riskLevels'),
      hiddenProblems: getSetting(ctx.db, 'hiddenProblems'),
      classes: getSetting(ctx.db, 'classes'),
      snippets: ctx.me.roles.includes('counselor') ? getSetting(ctx.db, 'snippets') : [],
      me: ctx.me,
      accounts: findUsers(ctx.db),
      practice: ctx.practice,
      today,
    }
  },
  saveSchool: (ctx, { school }) => changed(ctx, 'school', school),
  savePreferences: (ctx, { preferences }) =>
    changed(ctx, 'preferences', { ...getSetting(ctx.db, 'preferences'), ...preferences }),
  saveTerms(ctx, { terms }) {
    const backwards = terms.findIndex((term) => term.endsOn <= term.startsOn)
    if (backwards >= 0)
      throw new AppError('invalid', { field: `terms.${backwards}.endsOn`, reason: 'ends-before-start' })
    const sorted = terms.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
    const overlap = sorted.findIndex((term, i) => i > 0 && term.startsOn <= (sorted[i - 1]?.endsOn ?? ''))
    if (overlap > 0)
      throw new AppError('invalid', { field: `terms.${terms.indexOf(sorted[overlap]!)}.startsOn`, reason: 'overlaps' })
    return changed(ctx, 'terms', sorted)
  },
  saveRiskLevels(ctx, { riskLevels }) {
    const ranks = riskLevels.map((level) => level.rank)
    if (new Set(ranks).size !== ranks.length || !ranks.includes(0))
      throw new AppError('invalid', { field: 'riskLevels', reason: 'ranks' })
    return changed(
      ctx,
      'riskLevels',
      riskLevels.toSorted((a, b) => a.rank - b.rank),
    )
  },
  saveClasses: (ctx, { classes }) => changed(ctx, 'classes', classes),
  saveHiddenProblems: (ctx, { hiddenProblems }) => changed(ctx, 'hiddenProblems', [...new Set(hiddenProblems)]),
  saveSnippets(ctx, { snippets }) {
    const triggers = snippets.map((snippet) => snippet.trigger)
    const twice = triggers.findIndex((trigger, i) => triggers.indexOf(trigger) !== i)
    if (twice >= 0) throw new AppError('invalid', { field: `snippets.${twice}.trigger`, reason: 'twice' })
    return changed(ctx, 'snippets', snippets)
  },
}

function changed<K extends keyof Settings>(ctx: WriteContext, key: K, value: Settings[K]): { ok: true } {
  saveSetting(ctx.db, key, value)
  ctx.audit('settings.changed', { subjectId: key })
  return { ok: true }
}
