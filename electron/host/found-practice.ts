import { ROLES } from '#contract/procedure'
import type { Language } from '#contract/vault'
import { nameIn } from '#core/practice/people'
import { foundVault, type NewVault } from './found-vault.ts'
import type { Place } from './places.ts'

export type PracticeParts = Pick<NewVault, 'clock' | 'newId'> & {
  practiceAccount: { name: string; password: string }
  practiceSchool(language: Language): NewVault['school']
}

/** Makes the empty vault to practise on: a known password, no recovery sheet, the cheapest lock. */
export async function foundPractice(place: Place, language: Language, parts: PracticeParts): Promise<void> {
  const { clock, newId, practiceAccount, practiceSchool } = parts
  const account = {
    id: newId(),
    name: nameIn(language, practiceAccount.name),
    sex: 'female' as const,
    roles: [...ROLES],
  }
  await foundVault(place, {
    school: practiceSchool(language),
    account,
    password: practiceAccount.password,
    recovery: null,
    clock,
    newId,
    kdfTargetMs: 0,
  })
}
