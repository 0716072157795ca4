import { useTranslation } from 'react-i18next'
import type { AppointmentLine } from '#contract/appointments'
import { formatTime } from '#lib/format'
import { useWorkplace } from '#lib/workplace'

/** What a block and its card say of an appointment. */
export const useBlockWords = () => {
  const { t } = useTranslation()
  const { me } = useWorkplace()
  return {
    nameOf: ({ studentKind, studentName }: AppointmentLine): string =>
      studentKind === 'alias' ? t('calendar.alias', { name: studentName }) : studentName,
    stateOf: ({ state, confirmedAt, arrivedAt }: AppointmentLine, isToConfirm: boolean): string => {
      if (state === 'booked') return isToConfirm ? t('calendar.toConfirm') : confirmedAt ? t('calendar.confirmed') : ''
      if (state === 'arrived' && arrivedAt) return t('calendar.arrivedAt', { time: formatTime(arrivedAt) })
      return t(`codes.visitStates.${state}`)
    },
    factsOf: (line: AppointmentLine, showsReceiver: boolean): string[] =>
      [
        line.className,
        line.ordinal === 1 && t('calendar.first'),
        showsReceiver && line.receiverId !== me.id && line.receiverName,
      ].filter((one) => typeof one === 'string' && one !== '') as string[],
  }
}
