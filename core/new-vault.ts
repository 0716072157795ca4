import type { Account, School } from '#contract/settings'
import type { Language } from '#contract/vault'
import { defaultPreferences, defaultRiskLevels, defaultSnippets } from '#core/defaults'
import { saveSetting } from '#core/settings'
import { record } from '#core/gatekeeping'
import type { WritableDb } from '#db/connection'
import { registerSigningKey, type Sign } from '#db/repos/audit'
import { insertUser } from '#db/repos/settings'

export type NewSchool = {
  /** Marks the vault itself as practice, wherever its folder may go. */
  isPractice?: boolean
  language: Language
  school: Pick<School, 'name' | 'stage'>
  terms: readonly { name: string; startsOn: string; endsOn: string }[]
}

type NewRoom = {
  school: NewSchool
  account: Account
  /** Of the first account; null in a vault whose log is not signed. */
  signing: { publicKey: string; sign: Sign } | null
  now: string
  newId(): string
}

/** Puts the first account, the school and the defaults into a new, empty vault. */
export function equip(db: WritableDb, { school, account, signing, now, newId }: NewRoom): void {
  insertUser(db, account, now)
  saveSetting(db, 'school', {
    ...school.school,
    roomName: school.language === 'zh' ? '心理辅导室' : 'Counseling room',
    phone: '',
  })
  saveSetting(db, 'preferences', defaultPreferences(school.language))
  saveSetting(
    db,
    'terms',
    school.terms.map((term) => ({ ...term, id: newId() })),
  )
  saveSetting(db, 'riskLevels', defaultRiskLevels(school.language))
  saveSetting(db, 'classes', [])
  saveSetting(db, 'snippets', defaultSnippets(school.language, newId))
  saveSetting(db, 'hiddenProblems', [])
  saveSetting(db, 'isPractice', school.isPractice ?? false)
  record(db, { at: now, userId: account.id, event: 'vault.created', subjectId: null, studentId: null }, null)
  if (signing) registerSigningKey(db, { userId: account.id, publicKey: signing.publicKey, at: now }, signing.sign)
}
