import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#contract/appointments'
import { addMinutes } from '#contract/calendar'
import { client } from '#lib/client'
import { useFindingLines, weightOf } from '#lib/finding-words'
import { formatDay, formatTime } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { Findings } from '#ui/Findings'
import { FormRow } from '#ui/FormRow'
import { MomentField } from '#ui/MomentField'
import { useFreeSlots } from './use-slot.ts'
import type { SlotOf } from './use-slot.ts'

type Chosen = { at: string | null; minutes: number; overReason: string }
type Props = {
  slot: SlotOf
  overReason: string
  findings: readonly Finding[]
  onChange: (part: Partial<Chosen>) => void
}

/** When an appointment is, how long, what speaks against it, and which times are free. */
export function SlotRows({ slot, overReason, findings, onChange }: Props) {
  const { t } = useTranslation()
  const reasonId = useId()
  const linesOf = useFindingLines()
  const { at, minutes } = slot
  const lengths = useLengths(minutes)
  const weight = weightOf(findings)
  const isHard = weight === 'refuses' || weight === 'asks'
  const free = useFreeSlots(slot, at === null || isHard).filter(({ from }) => from !== at)
  return (
    <>
      <FormRow label={t('visits.time')}>
        <div className="form-row-line">
          <MomentField label={t('visits.time')} value={at} onChange={(to) => onChange({ at: to })} />
          <Chips
            label={t('visits.length')}
            value={minutes}
            options={lengths.map((value) => ({ value, label: t('visits.minutes', { n: value }) }))}
            onChange={(length) => onChange({ minutes: length })}
          />
          {at && <span className="field-hint">{t('visits.until', { time: formatTime(addMinutes(at, minutes)) })}</span>}
        </div>
        {findings.length > 0 && <Findings label={t('visits.findings')} lines={linesOf(findings)} />}
      </FormRow>
      {weight === 'asks' && (
        <FormRow label={t('visits.overReason')} htmlFor={reasonId}>
          <Input
            id={reasonId}
            maxLength={200}
            placeholder={t('visits.overReasonHint')}
            value={overReason}
            onChange={(event) => onChange({ overReason: event.target.value })}
          />
        </FormRow>
      )}
      {(at === null || isHard) && free.length > 0 && (
        <FormRow label={t('visits.free')}>
          <div className="form-row-line">
            {free.slice(0, 4).map(({ from }) => (
              <Button key={from} size="small" onClick={() => onChange({ at: from })}>
                {`${formatDay(from)} ${formatTime(from)}`}
              </Button>
            ))}
          </div>
        </FormRow>
      )}
    </>
  )
}

/** The usual lengths, the room's own, and the one that was drawn. */
function useLengths(minutes: number): number[] {
  const { preferences, today } = useWorkplace()
  const { data } = useQuery({
    queryKey: ['hours', 'get', today, today],
    queryFn: () => client.hours.get({ from: today, to: today }),
    staleTime: 60_000,
  })
  const most = data?.rules.maxMinutes
  return [...new Set([20, 30, preferences.sessionMinutes, ...(most ? [most] : []), minutes])].sort((a, b) => a - b)
}
