import type { NewSchool } from '#core/new-vault'
import type { Language } from '#contract/vault'
import { SCHOOL } from './people.ts'

/** The practice school with the terms of the school year that `today` falls into. */
export function practiceSchool(language: Language, today: string): NewSchool {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0)
  const names = language === 'zh' ? [`${year}秋`, `${year + 1}春`] : [`${year} autumn`, `${year + 1} spring`]
  return {
    language,
    school: { name: SCHOOL.name, stage: SCHOOL.stage },
    terms: [
      { name: names[0] ?? '', startsOn: `${year}-09-01`, endsOn: `${year + 1}-01-22` },
      { name: names[1] ?? '', startsOn: `${year + 1}-02-20`, endsOn: `${year + 1}-07-05` },
    ],
  }
}
