import { localOf } from '#contract/calendar'
import type { CaseRules, Lack, Progress, StageLine } from '#contract/case-course'
import type { Case } from '#contract/cases'
import { CASE_STAGES, type CaseLack, type CaseStage } from '#contract/case-tables'
import type { Student } from '#contract/students'
import type { ReadContext } from '#core/context'
import { consentStateOf } from '#core/consents'
import { found } from '#core/found'
import { getSetting } from '#core/settings'
import { findArchiveOf } from '#db/repos/archives'
import {
  findCaseVisits,
  findCaseWork,
  findDeclaration,
  findHandovers,
  findLastContact,
  findStability,
  findUnreadTestId,
} from '#db/repos/case-course'
import { findEntry } from '#db/repos/cases'
import { findOpenCrisisId } from '#db/repos/crises'
import { findStandingDecline } from '#db/repos/declines'
import { findStudent } from '#db/repos/students'
import { contactDue, everyDaysOf } from './cadence.ts'
import { completenessOf } from './completeness.ts'

/** What is known of a case, as far as its way goes. */
type Facts = ReturnType<typeof factsOf>
type Stage = { isDone: boolean; on: string | null; lacks: (Lack | false)[] }

export function progressOf(ctx: ReadContext, one: Case): Progress {
  const rules = getSetting(ctx.db, 'caseRules')
  const facts = factsOf(ctx, one)
  const stability = findStability(ctx.db, one.id) ?? null
  const lastOn = findLastContact(ctx.db, one.id)
  const everyDays = everyDaysOf(rules, stability, one.openedOn, ctx.today())
  return {
    stages: inOrder(stagesOf(rules, one, facts), one.state === 'closed'),
    openCrisisId: facts.openCrisisId,
    file: completenessOf(rules, { ...facts, hasDeclaration: facts.declaration !== null }),
    entry: facts.entry,
    declaration: facts.declaration,
    stability,
    contact: isAskedFor(ctx, one, facts)
      ? { lastOn, everyDays, dueOn: contactDue(everyDays, lastOn, one.openedOn) }
      : null,
    handovers: findHandovers(ctx.db, one.id),
  }
}

/** Nobody is sought out who does not want to come, but in a crisis. */
const isAskedFor = (ctx: ReadContext, one: Case, { openCrisisId }: Facts): boolean =>
  one.state !== 'closed' && (openCrisisId !== null || findStandingDecline(ctx.db, one.studentId) === undefined)

const factsOf = (ctx: ReadContext, one: Case) => ({
  student: found(findStudent(ctx.db, one.studentId), 'studentId'),
  visits: findCaseVisits(ctx.db, one.id),
  consents: consentStateOf(ctx, one.studentId),
  entry: findEntry(ctx.db, one.id) ?? null,
  declaration: findDeclaration(ctx.db, one.id) ?? null,
  work: findCaseWork(ctx.db, one.id),
  unreadTestId: findUnreadTestId(ctx.db, one) ?? null,
  openCrisisId: findOpenCrisisId(ctx.db, one.studentId) ?? null,
  archive: findArchiveOf(ctx.db, one.id) ?? null,
})

function stagesOf(rules: CaseRules, one: Case, facts: Facts): Record<CaseStage, Stage> {
  const { visits, declaration, work, archive } = facts
  const needs = (need: CaseRules['needs'][number]): boolean => rules.needs.includes(need)
  const needed = facts.consents.filter((line) => line.needed || (line.purpose === 'agreement' && work.needsAgreement))
  const isClosed = one.state === 'closed'
  const unsigned = visits.find(({ noteState }) => noteState !== 'signed')
  const doorless = visits.findLast((visit) => lacksDoor(visit, facts.student))
  return {
    registered: beside(
      stage(one.openedOn, visits.length === 0 && lack('visit')),
      needs('entry') && !isClosed && facts.entry === null && lack('entry'),
    ),
    agreed: stage(
      latestOf(needed.flatMap(({ givenBy }) => givenBy.map(({ givenOn }) => givenOn))),
      ...needed.flatMap(({ purpose, missing, lacksGuardian, givenBy }) => {
        const isAsked = missing && !(lacksGuardian && givenBy.length > 0)
        return [
          isAsked && lack('consent', { purpose, isHard: purpose === 'notice' }),
          lacksGuardian && lack('guardian', { purpose }),
        ]
      }),
    ),
    declared: stage(
      declaration ? localOf(declaration.at).slice(0, 10) : null,
      needs('declaration') && !declaration && lack('declaration'),
      declaration?.decision === 'reassign' && !isClosed && lack('reassign'),
    ),
    assessed: stage(work.intakeDay, needs('intake') && work.intakeDay === null && lack('intake')),
    planned: stage(
      work.agreedOn,
      needs('plan') && !work.hasPlan && lack('plan'),
      work.hasPlan && work.agreedOn === null && lack('plan-agreed'),
    ),
    sessions: stage(
      visits.at(-1)?.onDay ?? null,
      unsigned !== undefined && lack('note', { id: unsigned.id }),
      doorless !== undefined && lack('door', { id: doorless.id, isHard: true }),
      facts.unreadTestId !== null && lack('test', { id: facts.unreadTestId }),
    ),
    reviewed: stage(
      work.reviewedOn,
      (needs('review') || work.isCareer) && visits.length > 1 && work.reviewedOn === null && lack('review'),
    ),
    closed: stage(
      one.closedOn,
      facts.openCrisisId !== null && lack('crisis', { id: facts.openCrisisId }),
      !isClosed && lack('closure'),
    ),
    archived: stage(archive?.archivedOn ?? null, !archive && lack('archive')),
  }
}

const stage = (on: string | null, ...lacks: (Lack | false)[]): Stage => ({
  isDone: lacks.every((one) => one === false),
  on,
  lacks,
})
/** Something that is asked for and holds nothing up. */
const beside = (one: Stage, asked: Lack | false): Stage => ({ ...one, lacks: [...one.lacks, asked] })
const lack = (what: CaseLack, about: Partial<Omit<Lack, 'what'>> = {}): Lack => ({
  what,
  isHard: false,
  id: null,
  purpose: null,
  ...about,
})
const latestOf = (days: readonly string[]): string | null => days.toSorted().at(-1) ?? null

/** The first that is not done is `next`. What was left out before a case was closed is not asked for any more. */
function inOrder(stages: Record<CaseStage, Stage>, isClosed: boolean): StageLine[] {
  const past = isClosed ? CASE_STAGES.slice(0, CASE_STAGES.indexOf('closed')) : []
  const next = CASE_STAGES.find((name) => !stages[name].isDone && !past.includes(name))
  return CASE_STAGES.map((name) => {
    const { isDone, on, lacks } = stages[name]
    return {
      stage: name,
      state: isDone ? 'done' : name === next ? 'next' : 'open',
      on,
      lacks: past.includes(name) ? [] : lacks.filter((one) => one !== false),
    }
  })
}

type DoorFacts = Pick<Facts['visits'][number], 'channel' | 'visitor' | 'doorOpen' | 'receiverSex'>
/** 000-M 9: with a student of the other sex in the room, door or window stand open; nobody has ticked that they did. */
const lacksDoor = ({ channel, visitor, doorOpen, receiverSex }: DoorFacts, { sex }: Student): boolean =>
  doorOpen !== true &&
  channel === 'in-person' &&
  visitor === 'student' &&
  sex !== null &&
  receiverSex !== null &&
  sex !== receiverSex
