import { useTranslation } from 'react-i18next'
import type { Finding } from '#contract/appointments'
import { formatTime } from '#lib/format'

export type Weight = 'none' | Finding['weight']

/** What the findings together mean for the one who books. */
export const weightOf = (findings: readonly Finding[]): Weight =>
  (['refuses', 'asks', 'tells'] as const).find((weight) => findings.some((one) => one.weight === weight)) ?? 'none'

/** A finding as one sentence; a name stands only where the host gave one. */
export const useFindingWords = () => {
  const { t } = useTranslation()
  return ({ kind, name, from, until, limit }: Pick<Finding, 'kind' | 'name' | 'from' | 'until' | 'limit'>): string => {
    const time = from && until ? `${formatTime(from)}–${formatTime(until)}` : from ? formatTime(from) : ''
    const values = { name: name ?? '', time, limit: limit ?? '' }
    switch (kind) {
      case 'clash-counselor':
        return t(name ? 'calendar.findings.counselorBy' : 'calendar.findings.counselor', values)
      case 'clash-room':
        return t('calendar.findings.room', values)
      case 'clash-student':
        return t('calendar.findings.student', values)
      case 'no-break':
        return t('calendar.findings.noBreak', values)
      case 'apart':
        return t(name ? 'calendar.findings.apartFrom' : 'calendar.findings.apart', values)
      case 'not-then':
        return t('calendar.findings.notThen')
      case 'closed-day':
        return t(name ? 'calendar.findings.closedFor' : 'calendar.findings.closed', values)
      case 'exam-week':
        return t(name ? 'calendar.findings.examOf' : 'calendar.findings.exam', values)
      case 'outside-hours':
        return t('calendar.findings.outside')
      case 'not-on-duty':
        return t('calendar.findings.notOnDuty')
      case 'busy':
        return t(name ? 'calendar.findings.busyWith' : 'calendar.findings.busy', values)
      case 'too-long':
        return t('calendar.findings.tooLong', values)
      case 'too-late':
        return t('calendar.findings.tooLate', values)
      case 'no-shows':
        return t('calendar.findings.noShows', values)
    }
  }
}

const TONES = { refuses: 'red', asks: 'amber', tells: 'plain' } as const

/** Findings as lines for the screen. */
export const useFindingLines = () => {
  const say = useFindingWords()
  return (findings: readonly Finding[]) =>
    findings.map((one, i) => ({ key: `${one.kind}-${i}`, tone: TONES[one.weight], text: say(one) }))
}
