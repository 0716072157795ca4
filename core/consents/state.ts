import { addDays, ageOn } from '#contract/calendar'
import { CONSENT_KINDS, type ConsentKind } from '#contract/code-tables'
import type { Consent, ConsentLine, ConsentRules, Statement } from '#contract/consents'

/** Papers that the student signs alone, however young: they tell, or say what both sides will do. */
const WITHOUT_GUARDIAN: readonly ConsentKind[] = ['notice', 'agreement', 'confidentiality']

type Given = {
  /** All that was ever said, newest first. */
  consents: readonly Consent[]
  birthDate: string | null
  today: string
  rules: ConsentRules
}

/** Whether a guardian has to agree as well on that day; without a birthday nobody can say, and it is not asked. */
const isYoung = ({ birthDate, today, rules }: Given): boolean =>
  birthDate !== null && ageOn(birthDate, today) < rules.guardianUnder

/** How it stands with every purpose today. */
export function consentLines(given: Given): ConsentLine[] {
  return CONSENT_KINDS.flatMap((purpose) => {
    const said = given.consents.filter(({ kind }) => kind === purpose)
    const audiences = [...new Set(said.map(({ sharedWith }) => sharedWith))]
    if (audiences.length === 0) audiences.push(null)
    return audiences.map((sharedWith) =>
      lineOf(
        given,
        purpose,
        sharedWith,
        said.filter((one) => one.sharedWith === sharedWith),
      ),
    )
  })
}

function lineOf(
  given: Given,
  purpose: ConsentKind,
  sharedWith: Consent['sharedWith'],
  said: readonly Consent[],
): ConsentLine {
  const { today, rules } = given
  const last = lastWords(said)
  const inForce = last.filter((one) => isInForce(one, today))
  const agreed = inForce.filter(({ answer }) => answer === 'agrees')
  const declined = inForce.filter(({ answer }) => answer === 'declines')
  const asksGuardian = !WITHOUT_GUARDIAN.includes(purpose) && isYoung(given)
  const guardians = agreed.filter(isGuardian)
  const conflict = guardians.length > 0 && declined.some(isGuardian)
  const ends = agreed.flatMap(({ validUntil }) => validUntil ?? []).toSorted()
  const [firstEnd] = ends
  return {
    purpose,
    sharedWith,
    needed: rules.needed.includes(purpose),
    givenBy: agreed.map(statementOf),
    declinedBy: declined.map(statementOf),
    missing: agreed.length === 0 || (asksGuardian && guardians.length === 0) || declined.some(isStudent),
    lacksGuardian: asksGuardian && guardians.length === 0,
    expired: agreed.length === 0 && last.some((one) => one.answer === 'agrees' && isOver(one, today)),
    endsSoonOn: firstEnd !== undefined && firstEnd <= addDays(today, rules.soonDays) ? firstEnd : null,
    conflict,
  }
}

/** What each person said last: a later answer takes the place of an earlier one. A withdrawal is the last word, too. */
function lastWords(said: readonly Consent[]): Consent[] {
  const known = new Set<string>()
  return said.filter(({ signer, signerName }) => {
    const person = signer === 'guardian' ? `guardian ${signerName}` : signer
    if (known.has(person)) return false
    known.add(person)
    return true
  })
}

const isOver = ({ validUntil, withdrawnOn }: Consent, today: string): boolean =>
  withdrawnOn === null && validUntil !== null && validUntil < today
const isInForce = (consent: Pick<Consent, 'validUntil' | 'withdrawnOn'>, today: string): boolean =>
  consent.withdrawnOn === null && (consent.validUntil === null || consent.validUntil >= today)
const isGuardian = ({ signer }: Consent): boolean => signer !== 'student'
const isStudent = ({ signer }: Consent): boolean => signer === 'student'

const statementOf = ({ id, signer, signerName, relation, givenOn, validUntil, scope }: Consent): Statement => ({
  id,
  signer,
  signerName,
  relation,
  givenOn,
  validUntil,
  scope,
})
