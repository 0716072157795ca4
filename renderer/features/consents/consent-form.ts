import type { ConsentKind } from '#contract/code-tables'
import type { Consent, PaperTexts } from '#contract/consents'
import type { PrintForm } from '#contract/prints'
import type { Preferences } from '#contract/settings'

/** What is filled in; an end of null leaves it to the school's rule. */
export type ConsentForm = Pick<
  Consent,
  'kind' | 'givenOn' | 'signer' | 'signerName' | 'mode' | 'scope' | 'answer' | 'relation' | 'sharedWith' | 'validUntil'
>
export const startOf = (kind: ConsentKind, today: string): ConsentForm => ({
  kind,
  givenOn: today,
  signer: kind === 'testing' ? 'guardian' : 'student',
  signerName: '',
  mode: 'paper',
  scope: '',
  answer: 'agrees',
  relation: '',
  sharedWith: null,
  validUntil: null,
})

/** Papers that can be printed to be signed. */
export const TO_PRINT = [
  'notice',
  'confidentiality',
  'work-agreement',
  'recording-consent',
] as const satisfies readonly PrintForm[]

/** What is read aloud for a purpose, and in which version it was agreed to. */
export const paperOf = (
  kind: ConsentKind,
  texts: PaperTexts | undefined,
  { noticeText, noticeVersion }: Preferences,
): { text: string; version: string } => {
  if (texts && (kind === 'confidentiality' || kind === 'agreement' || kind === 'recording')) return texts[kind]
  return { text: noticeText, version: noticeVersion }
}
/** Papers that hold for as long as the counseling lasts. */
export const hasNoEnd = (kind: ConsentKind): boolean => ['notice', 'agreement', 'confidentiality'].includes(kind)
