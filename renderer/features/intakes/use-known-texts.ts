import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Known } from '#contract/intakes'
import { formatDate } from '#lib/format'
import { currentLanguage } from '#lib/words'
import type { KnownTexts } from '#lib/intake-text'

/** What visits, tests and the roster say, as sentences for the sheet; null where they say nothing. */
export const useKnownTexts = (known: Known | undefined): KnownTexts | null => {
  const { t } = useTranslation()
  return useMemo(() => {
    if (!known) return null
    const { visits, tests, guardians, boarding } = known
    const language = currentLanguage()
    const problem = visits.flatMap(({ on, request, primaryProblem, otherProblems, problem: noted }) => {
      const named = [primaryProblem, ...otherProblems].filter((one) => one !== null)
      return [
        t('intakes.known.visit', {
          day: formatDate(on),
          problems: named.map((one) => t(`codes.problems.${one}`)).join(t('intakes.comma')) || '—',
        }),
        request.trim(),
        noted.trim(),
      ].filter(Boolean)
    })
    const background = [
      ...visits.slice(0, 1).map(({ source }) => t('intakes.known.source', { source: t(`codes.sources.${source}`) })),
      ...tests.map(({ on, short, score, band }) =>
        t('intakes.known.test', { day: formatDate(on), short, score, band: band ? band[language] : '' }).trim(),
      ),
    ]
    const family = [
      guardians.length > 0 && t('intakes.known.guardians', { who: guardians.join(t('intakes.comma')) }),
      boarding !== null && t(boarding ? 'intakes.known.boards' : 'intakes.known.day'),
    ].filter(Boolean)
    const parts = { problem: problem.join('\n'), background: background.join('\n'), family: family.join('\n') }
    if (Object.values(parts).every((text) => text === '')) return null
    const methods = [
      ...(visits.length > 0 ? (['talk'] as const) : []),
      ...(tests.length > 0 ? (['test'] as const) : []),
    ]
    return { parts, methods }
  }, [known, t])
}
