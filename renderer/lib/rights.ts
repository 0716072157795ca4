import type { Contract } from '#contract/all'
import type { Role } from '#contract/procedure'
import type { VaultStatus } from '#contract/vault'
import { useVaultStatus } from '#lib/vault-status'
import { useWorkplace } from '#lib/workplace'

type CallOf = { [F in keyof Contract]: `${F}.${keyof Contract[F] & string}` }
type Call = CallOf[keyof CallOf]

const manages = ['director', 'administrator'] as const
const counsels = ['counselor', 'director'] as const
const keeps = [...counsels, 'administrator'] as const
const receives = ['counselor', 'duty'] as const
const all = ['counselor', 'director', 'duty', 'supervisor', 'administrator'] as const

/**
 * The calls that decide what a screen offers, and who may make them. The gate refuses whatever is not allowed; this only
 * keeps buttons, pages and keys from being shown. A test holds it to the contract.
 */
export const RIGHTS = {
  'acceptances.accept': ['counselor'],
  'acceptances.assign': ['director'],
  'acceptances.get': counsels,
  'acceptances.request': [...counsels, 'duty'],
  'acceptances.standing': [...counsels, 'duty'],
  'acceptances.update': counsels,
  'days.declareUnfit': ['counselor'],
  'days.close': ['counselor'],
  'reviews.due': counsels,
  'aid.due': counsels,
  'aid.saveRules': counsels,
  'stages.due': counsels,
  'conferences.due': counsels,
  'conferences.month': counsels,
  'conferences.choose': ['counselor'],
  'observations.list': [...counsels, 'duty'],
  'followups.due': counsels,
  'contacts.due': [...counsels, 'duty'],
  'cases.attention': counsels,
  'appointments.dayToMove': ['counselor'],
  'accounts.add': manages,
  'accounts.changePassword': all,
  'accounts.giveReason': counsels,
  'accounts.handOver': counsels,
  'accounts.help': ['counselor', ...manages],
  'accounts.list': manages,
  'accounts.replaceRecovery': ['director'],
  'archives.file': counsels,
  'appointments.book': receives,
  'appointments.confirm': receives,
  'appointments.list': [...counsels, 'duty'],
  'appointments.markApart': counsels,
  'appointments.move': receives,
  'assessments.begin': ['counselor'],
  'assessments.list': counsels,
  'attachments.add': ['counselor'],
  'audit.list': ['director'],
  'backups.addPlace': keeps,
  'backups.removePlace': keeps,
  'backups.saveSchedule': keeps,
  'backups.setPassphrase': counsels,
  'backups.status': keeps,
  'cases.close': ['counselor'],
  'cases.list': counsels,
  'cases.progress': counsels,
  'cases.saveRules': counsels,
  'consents.record': ['counselor'],
  'consents.saveTexts': counsels,
  'contacts.get': counsels,
  'contacts.persons': counsels,
  'contacts.record': receives,
  'contacts.saveRules': counsels,
  'contacts.update': ['counselor'],
  'crises.get': counsels,
  'crises.list': counsels,
  'crises.open': [...counsels, 'duty'],
  'hours.get': [...counsels, 'duty', 'administrator'],
  'hours.handOver': [...counsels, 'duty'],
  'hours.saveBusy': [...counsels, 'duty'],
  'hours.saveShifts': keeps,
  'hours.saveWeekly': keeps,
  'declines.again': counsels,
  'declines.record': ['counselor'],
  'days.logs': counsels,
  'days.state': ['counselor'],
  'imports.start': counsels,
  'instruments.list': counsels,
  'intakes.get': counsels,
  'intakes.save': ['counselor'],
  'letters.answer': ['counselor'],
  'letters.get': counsels,
  'letters.list': [...counsels, 'duty'],
  'letters.register': receives,
  'notes.get': counsels,
  'notes.save': ['counselor'],
  'notes.versions': ['counselor'],
  'notes.search': ['counselor'],
  'observations.get': counsels,
  'observations.register': receives,
  'observations.settle': ['counselor'],
  'plans.list': counsels,
  'plans.mark': ['counselor'],
  'plans.save': ['counselor'],
  'plans.saveRules': counsels,
  'prints.preview': counsels,
  'prints.previewSlip': [...counsels, 'duty'],
  'privates.list': ['counselor'],
  'referrals.list': counsels,
  'referrals.recordReturn': ['counselor'],
  'referrals.refer': ['counselor'],
  'reports.export': counsels,
  'reports.records': counsels,
  'reports.termly': [...counsels, 'supervisor'],
  'revisions.bin': counsels,
  'revisions.of': counsels,
  'revisions.restore': ['counselor'],
  'revisions.takeOut': ['counselor'],
  'reviews.record': ['counselor'],
  'risks.set': ['counselor'],
  'screenings.list': counsels,
  'settings.saveClasses': keeps,
  'settings.savePreferences': keeps,
  'settings.saveRiskLevels': counsels,
  'settings.saveSchool': keeps,
  'settings.saveSnippets': ['counselor'],
  'students.add': receives,
  'students.find': [...counsels, 'duty'],
  'students.header': counsels,
  'students.update': ['counselor'],
  'supervision.cases': ['supervisor', ...counsels],
  'visits.arrive': receives,
  'visits.end': receives,
  'visits.update': receives,
  'visits.listByDay': [...counsels, 'duty'],
  'visits.listUnfinished': ['counselor'],
  'visits.register': receives,
  'waits.add': receives,
} as const satisfies Partial<Record<Call, readonly Role[]>>
export type Right = keyof typeof RIGHTS

export const mayOf = (roles: readonly Role[], right: Right): boolean => {
  const allowed: readonly Role[] = RIGHTS[right]
  return roles.some((role) => allowed.includes(role))
}

/**
 * Those that cannot work while a room is open for reading only. `crises.open` is none of them: for a
 * student in a crisis it leads to the card that is there already.
 */
export const WRITING: readonly Right[] = [
  'conferences.choose',
  'days.close',
  'days.declareUnfit',
  'accounts.add',
  'accounts.changePassword',
  'accounts.giveReason',
  'acceptances.accept',
  'acceptances.assign',
  'acceptances.request',
  'acceptances.update',
  'declines.record',
  'accounts.handOver',
  'accounts.help',
  'accounts.replaceRecovery',
  'archives.file',
  'aid.saveRules',
  'appointments.book',
  'appointments.confirm',
  'appointments.markApart',
  'appointments.move',
  'assessments.begin',
  'attachments.add',
  'backups.addPlace',
  'backups.removePlace',
  'backups.saveSchedule',
  'backups.setPassphrase',
  'cases.close',
  'cases.saveRules',
  'consents.record',
  'consents.saveTexts',
  'contacts.record',
  'contacts.saveRules',
  'contacts.update',
  'hours.handOver',
  'hours.saveBusy',
  'hours.saveShifts',
  'hours.saveWeekly',
  'imports.start',
  'intakes.save',
  'letters.answer',
  'letters.register',
  'notes.save',
  'observations.register',
  'observations.settle',
  'plans.mark',
  'plans.save',
  'plans.saveRules',
  'referrals.recordReturn',
  'referrals.refer',
  'reviews.record',
  'revisions.restore',
  'revisions.takeOut',
  'risks.set',
  'settings.saveClasses',
  'settings.savePreferences',
  'settings.saveRiskLevels',
  'settings.saveSchool',
  'settings.saveSnippets',
  'students.add',
  'students.update',
  'visits.arrive',
  'visits.end',
  'visits.update',
  'visits.register',
  'waits.add',
]

type Standing = Pick<VaultStatus, 'state' | 'alarm'> | undefined
/** On a full disk typed text is still put away. */
export const worksIn = (room: Standing, right: Right): boolean =>
  room?.state !== 'read-only' ||
  !WRITING.includes(right) ||
  (right === 'notes.save' && room.alarm?.kind === 'disk-full')

/** `may('visits.register')`: whether a screen offers it to whoever is at the desk, in the room as it is. */
export const useMay = (): ((right: Right) => boolean) => {
  const { roles } = useWorkplace().me
  const room = useVaultStatus()
  return (right) => mayOf(roles, right) && worksIn(room, right)
}
