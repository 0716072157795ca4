import { isContractProcedure } from '@orpc/contract'
import { contract } from '#contract/all'
import { type ProcedureMeta, type Role, ROLES } from '#contract/procedure'

/** Calls whose record stands in an input of their own kind: they ask by themselves whose it is. */
const ASKS_ITSELF: Record<string, string> = {
  'acceptances.list': 'without the why',
  'accounts.heldCases': 'own, director: any',
  'accounts.handOver': 'own, director: any',
  'archives.file': 'own, director: any',
  'archives.change': 'own, director: any',
  'archives.destroy': 'own, director: any',
  'assessments.list': 'not listed',
  'assessments.waiting': 'not listed',
  'contacts.due': 'not listed',
  'contacts.list': 'without the why',
  'contacts.record': 'without telling',
  'cases.attention': 'own, director: any',
  'declines.again': 'not listed',
  'followups.due': 'own, director: any',
  'kiosk.start': 'never',
  'letters.list': 'without the why',
  'notes.search': 'not listed',
  'observations.list': 'without the why',
  'privates.list': 'never',
  'privates.save': 'never',
  'referrals.list': 'not listed, director: any',
  'reports.records': 'not listed, director: any',
  'visits.listByDay': 'without the why',
  'visits.listUnfinished': 'not listed',
  'visits.nextBooked': 'without the why',
  'visits.register': 'without the why',
  'visits.update': 'without the why',
  'visits.arrive': 'without the why',
  'visits.end': 'without the why',
  'visits.cancel': 'without the why',
}

export type Rights = { call: string; kind: ProcedureMeta['kind']; roles: readonly Role[]; others: string }

/** Every call that somebody may make in an open room, and what holds for a record of somebody else's case. */
export const rights = (): Rights[] =>
  metas().flatMap(({ call, meta }) =>
    meta.roles ? [{ call, kind: meta.kind, roles: meta.roles, others: othersOf(call, meta) }] : [],
  )

const metas = (): { call: string; meta: ProcedureMeta }[] =>
  Object.entries(contract).flatMap(([feature, calls]) =>
    Object.entries<unknown>(calls).flatMap(([verb, call]) =>
      isContractProcedure(call) ? [{ call: `${feature}.${verb}`, meta: call['~orpc'].meta as ProcedureMeta }] : [],
    ),
  )

const othersOf = (call: string, meta: ProcedureMeta): string =>
  ASKS_ITSELF[call] ?? (meta.kind === 'lifecycle' ? undefined : meta.others) ?? ''

/** `docs/rights.md`, in one readable table. */
export function rightsPage(): string {
  const rows = rights().map(({ call, kind, roles, others }) => [
    `\`${call}\``,
    kind === 'lifecycle' ? 'host' : kind,
    ...ROLES.map((role) => (roles.includes(role) ? '●' : '')),
    others,
  ])
  const free = metas().flatMap(({ call, meta }) => (meta.roles ? [] : [`\`${call}\``]))
  return `${HEAD}\n${tableOf([TITLES, ...rows])}\n${FOOT}\n${free.join(', ')}.\n`
}

const TITLES = ['call', 'kind', ...ROLES, 'somebody else’s case']

function tableOf([titles = [], ...rows]: string[][]): string {
  const widths = titles.map((title, i) => Math.max(3, title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  return [line(titles), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

const HEAD = `# Rights

Made from the contract by \`npm run rights\`; a test keeps it true. Whoever holds one of the roles with a dot may make the call;
everything else is refused. The last column says what holds for a record of somebody else’s case:

- \`reason\`: a reason is given first (it holds until the end of the day and stands in the log), then it is open
- \`never\`: only the counselor who holds it; the director hands a case over first
- \`without telling\`: a call is written down, but only the counselor of the case tells others something
- \`not listed\`: a list leaves it out unless a reason is in force; \`without the why\`: who and when, without request, problems
- empty: it makes no difference. A crisis is never blocked

A record belongs to the counselor of its case, what has no case of its own to the student’s counselor. Whoever received a visit, gave
a test, wrote a referral or was given a letter in her stead goes on with it until the case is handed over. For reading, the student’s counselor of today
has the whole file. What no counselor holds is everybody’s: in a room of one person nothing is ever asked. The desk (duty) sees who
comes and when, not why. The supervisor sees cases without names and numbers without cases. The administrator looks after the
machine and gives no role that opens records.
`
const FOOT = `
Before a room is open, or at the kiosk, there are no roles; the state of the vault decides:
`
