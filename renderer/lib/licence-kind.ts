export type LicenceKind = 'free' | 'non-commercial' | 'scores-only' | 'own'

/** On what terms an instrument stands here, from the verdict of its file. A school's own file says it in its own words. */
export const licenceKind = (verdict: string): LicenceKind => {
  if (/^embed\b/iu.test(verdict)) return 'free'
  if (/^conditional\b/iu.test(verdict)) return 'non-commercial'
  return /^score-only\b/iu.test(verdict) ? 'scores-only' : 'own'
}
