import { useTranslation } from 'react-i18next'
import type { PrintModel } from '#contract/prints'
import type { Running } from './Sheet.tsx'
import { paperMoment } from './paper-dates.ts'
import type { Tick } from './TickBoxes.tsx'

/** Words and repeated parts that every form takes from its model. */
export const usePaperWords = (model: PrintModel) => {
  const { t } = useTranslation()
  const code = (list: string, key: string | null): string => (key === null ? '' : t(`codes.${list}.${key}`))
  return {
    t,
    code,
    /** One tick box for each key of a closed list. */
    ticks: (list: string, keys: readonly string[], ticked: readonly (string | null)[]): Tick[] =>
      keys.map((key) => ({ key, label: code(list, key), isTicked: ticked.includes(key) })),
    riskTicks: (rank: number | null): Tick[] =>
      Object.entries(model.riskLabels)
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([key, label]) => ({ key, label, isTicked: Number(key) === rank })),
    running: (no: string): Running => ({
      from: [model.school.name, model.school.roomName].filter(Boolean).join(' · '),
      no,
      practice: model.practice,
      foot: t('forms.notDiagnosis'),
      printedBy: model.printedBy,
      printedAt: paperMoment(model.printedAt),
    }),
  }
}
