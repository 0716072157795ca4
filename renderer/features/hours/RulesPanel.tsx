import { Checkbox, InputNumber, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingRules } from '#contract/hours'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { Chips } from '#ui/Chips'
import { ClockField } from '#ui/ClockField'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'

const CONFIRMED = ['nobody', 'first', 'everybody'] as const
type Figure = 'maxMinutes' | 'lateMinutes' | 'noShowsBeforeTalk' | 'bufferMinutes' | 'apartMinutes'
const LIMITS: Record<Figure, { min: number; max: number; step: number; unit: 'minutes' | 'times' }> = {
  maxMinutes: { min: 10, max: 180, step: 5, unit: 'minutes' },
  lateMinutes: { min: 0, max: 60, step: 5, unit: 'minutes' },
  noShowsBeforeTalk: { min: 0, max: 10, step: 1, unit: 'times' },
  bufferMinutes: { min: 0, max: 60, step: 5, unit: 'minutes' },
  apartMinutes: { min: 0, max: 480, step: 10, unit: 'minutes' },
}

/** What the school has agreed on; every limit can be passed with a reason. */
export function RulesPanel({ start }: { start: BookingRules }) {
  const { t } = useTranslation()
  const roomsId = useId()
  const { value, change, saved } = useSetting(
    start,
    (rules, requestId) => client.hours.saveRules({ rules, requestId }),
    () => true,
    'hours',
  )
  const figure = (key: Figure) => {
    const { unit, ...range } = LIMITS[key]
    return (
      <FormRow key={key} label={t(`hours.rules.${key}`)} hint={t(`hours.rules.${key}Hint`)}>
        <InputNumber
          aria-label={t(`hours.rules.${key}`)}
          {...range}
          suffix={t(`hours.${unit}`)}
          value={value[key]}
          onChange={(number) => number !== null && change({ ...value, [key]: number })}
        />
      </FormRow>
    )
  }
  return (
    <SettingPanel title={t('hours.rules.title')} hint={t('hours.rules.hint')} saved={saved}>
      {figure('maxMinutes')}
      <FormRow label={t('hours.rules.latestEnd')} hint={t('hours.rules.latestEndHint')}>
        <ClockField
          label={t('hours.rules.latestEnd')}
          value={value.latestEnd}
          onChange={(latestEnd) => change({ ...value, latestEnd })}
        />
      </FormRow>
      {figure('bufferMinutes')}
      {figure('apartMinutes')}
      {figure('lateMinutes')}
      {figure('noShowsBeforeTalk')}
      <FormRow label={t('hours.rules.confirm')} hint={t('hours.rules.confirmHint')}>
        <Chips
          label={t('hours.rules.confirm')}
          value={value.confirmDayBefore}
          options={CONFIRMED.map((who) => ({ value: who, label: t(`hours.rules.confirmed.${who}`) }))}
          onChange={(confirmDayBefore) => change({ ...value, confirmDayBefore })}
        />
      </FormRow>
      <FormRow label={t('hours.rules.exams')}>
        <Checkbox
          checked={value.skipsExamWeeks}
          onChange={(event) => change({ ...value, skipsExamWeeks: event.target.checked })}
        >
          {t('hours.rules.skipsExamWeeks')}
        </Checkbox>
      </FormRow>
      <FormRow label={t('hours.rules.rooms')} htmlFor={roomsId} hint={t('hours.rules.roomsHint')}>
        <Select
          id={roomsId}
          mode="tags"
          open={false}
          suffixIcon={null}
          value={value.rooms}
          maxCount={20}
          onChange={(rooms: string[]) =>
            change({ ...value, rooms: rooms.map((room) => room.trim().slice(0, 40)).filter(Boolean) })
          }
        />
      </FormRow>
    </SettingPanel>
  )
}
