import { Button, Input, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { schoolDays, seatsOf, shortDay, type SpanProblem } from '#lib/interview-days'
import { currentLanguage } from '#lib/words'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { Panel } from '#ui/Panel'
import type { SlotChoices } from './round-view.ts'

const MINUTES = [15, 20, 30, 40] as const
const PAUSES = [0, 5, 10] as const
const PER_DAY = [2, 3, 4, 6, 8] as const
const FIRST_DAYS = 10

type Props = {
  slots: SlotChoices & { place: string }
  problem: SpanProblem | 'noDays' | 'noHours' | null
  isBusy: boolean
  isAgain: boolean
  onChange: (part: Partial<SlotChoices>) => void
  onDeal: () => void
}

/** When the counselor can see students. */
export function SlotsPanel({ slots, problem, isBusy, isAgain, onChange, onDeal }: Props) {
  const { t } = useTranslation()
  const placeId = useId()
  const { today } = useWorkplace()
  const [shownDays, setShownDays] = useState(FIRST_DAYS)
  const { days, hours, minutes, pauseMinutes, perDay, place } = slots
  const seats = days.length * seatsOf(hours, minutes, pauseMinutes, perDay)
  const numbers = (values: readonly number[]) =>
    values.map((value) => ({ value, label: t('screening-files.deal.minutes', { n: value }) }))
  return (
    <Panel className="round-slots" title={t('screening-files.deal.when')}>
      <div className="round-slots-body">
        <p className="field-label">{t('screening-files.deal.days')}</p>
        <Chips
          label={t('screening-files.deal.days')}
          isMultiple
          value={days}
          options={schoolDays(today, shownDays).map((day) => ({ value: day, label: shortDay(day, currentLanguage()) }))}
          onChange={(chosen) => onChange({ days: chosen.sort() })}
        />
        {shownDays < 40 && (
          <Button size="small" type="text" onClick={() => setShownDays(shownDays + FIRST_DAYS)}>
            {t('screening-files.deal.moreDays')}
          </Button>
        )}
        <p className="field-label">{t('screening-files.deal.hours')}</p>
        {hours.map((span, index) => (
          <div className="form-row-line" key={index}>
            <TimePicker.RangePicker
              format="HH:mm"
              minuteStep={5}
              allowClear={false}
              needConfirm={false}
              order={false}
              aria-label={t('screening-files.deal.hoursOf', { n: index + 1 })}
              value={[dayjs(`${today}T${span.from}`), dayjs(`${today}T${span.to}`)]}
              onChange={(chosen) => {
                const [from, to] = chosen ?? []
                if (from && to)
                  onChange({
                    hours: hours.map((one, at) =>
                      at === index ? { from: from.format('HH:mm'), to: to.format('HH:mm') } : one,
                    ),
                  })
              }}
            />
            {hours.length > 1 && (
              <Button
                size="small"
                type="text"
                onClick={() => onChange({ hours: hours.filter((_, at) => at !== index) })}
              >
                {t('screening-files.deal.remove')}
              </Button>
            )}
          </div>
        ))}
        {hours.length < 8 && (
          <Button
            size="small"
            type="text"
            onClick={() => onChange({ hours: [...hours, { from: '17:40', to: '18:20' }] })}
          >
            {t('screening-files.deal.addHours')}
          </Button>
        )}
        <p className="field-label">{t('screening-files.deal.each')}</p>
        <Chips
          label={t('screening-files.deal.each')}
          value={minutes}
          options={numbers(MINUTES)}
          onChange={(n) => onChange({ minutes: n })}
        />
        <p className="field-label">{t('screening-files.deal.pause')}</p>
        <Chips
          label={t('screening-files.deal.pause')}
          value={pauseMinutes}
          options={numbers(PAUSES)}
          onChange={(n) => onChange({ pauseMinutes: n })}
        />
        <p className="field-label">{t('screening-files.deal.perDay')}</p>
        <Chips
          label={t('screening-files.deal.perDay')}
          value={perDay}
          options={PER_DAY.map((n) => ({ value: n, label: t('screening-files.deal.persons', { n }) }))}
          onChange={(n) => onChange({ perDay: n })}
        />
        <label className="field-label" htmlFor={placeId}>
          {t('screening-files.deal.place')}
        </label>
        <Input
          id={placeId}
          maxLength={100}
          value={place}
          onChange={(event) => onChange({ place: event.target.value })}
        />
      </div>
      <div className="round-slots-foot">
        <span className={problem === null ? 'field-hint' : 'round-missing'} role="status">
          {problem === null
            ? t('screening-files.deal.seats', { n: seats })
            : t(`screening-files.deal.problems.${problem}`)}
        </span>
        <Button type={isAgain ? 'default' : 'primary'} loading={isBusy} disabled={problem !== null} onClick={onDeal}>
          {t(isAgain ? 'screening-files.deal.again' : 'screening-files.deal.try')}
        </Button>
      </div>
    </Panel>
  )
}
