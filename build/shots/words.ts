import { join } from 'node:path'
import type { Language } from '#contract/vault'

/** What a button says, as the window says it: `students.write` gives 写本次记录. Gaps such as {{date}} match anything. */
export async function wordsOf(language: Language): Promise<(key: string) => RegExp> {
  const features = [
    'acceptances',
    'accounts',
    'aid',
    'archives',
    'assessments',
    'backups',
    'calendar',
    'cases',
    'codes',
    'conferences',
    'contacts',
    'crises',
    'followups',
    'frame',
    'growth',
    'instruments',
    'intakes',
    'kiosk',
    'letters',
    'observations',
    'plans',
    'privates',
    'referrals',
    'reports',
    'reviews',
    'screening-files',
    'screenings',
    'settings',
    'setup',
    'sheets',
    'stages',
    'students',
    'supervision',
    'today',
    'visits',
  ]
  const words: Record<string, unknown> = {}
  for (const feature of features) {
    const path = join(import.meta.dirname, '..', '..', 'renderer', 'lib', 'words', `${feature}.ts`)
    words[feature] = ((await import(path)) as Record<Language, unknown>)[language]
  }
  return (key) => {
    const text = key
      .split('.')
      .reduce((at: unknown, part) => (at as Record<string, unknown> | undefined)?.[part], words)
    if (typeof text !== 'string') throw new RangeError(`there is no word ${key}`)
    const pattern = text
      .split(/\{\{[^}]*\}\}/u)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
      .join('.*')
    return new RegExp(`^${pattern}`, 'u')
  }
}
