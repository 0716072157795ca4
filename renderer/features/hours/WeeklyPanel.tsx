import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OpenStretch } from '#contract/hours'
import { client } from '#lib/client'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useSetting } from '#lib/use-setting'
import { ClockField } from '#ui/ClockField'
import { EmptyState } from '#ui/EmptyState'
import { SettingPanel } from '#ui/SettingPanel'
import { type Preset, PRESETS, stretchAfter, WEEKDAYS } from './week.ts'

const isWhole = ({ from, to }: OpenStretch) => from < to

/** When the room is open, week in, week out. */
export function WeeklyPanel({ start }: { start: OpenStretch[] }) {
  const { t } = useTranslation()
  const may = useMay()
  const { value, change, saved, isFine } = useSetting(
    start,
    (weekly, requestId) => client.hours.saveWeekly({ weekly, requestId }),
    (weekly) => weekly.every(isWhole),
    'hours',
  )
  const set = (stretch: OpenStretch, part: Partial<OpenStretch>) =>
    change(value.map((one) => (one === stretch ? { ...one, ...part } : one)))
  return (
    <SettingPanel
      title={t('hours.weekly.title')}
      hint={t('hours.weekly.hint')}
      saved={saved}
      missing={!isFine && t('hours.weekly.missing')}
    >
      {value.length === 0 && (
        <EmptyState title={t('hours.weekly.empty')} hint={t('hours.weekly.emptyHint')}>
          <div className="hours-presets">
            {(Object.keys(PRESETS) as Preset[]).map((preset) => (
              <Button key={preset} size="small" onClick={() => change([...PRESETS[preset]])}>
                {t(`hours.weekly.presets.${preset}`)}
              </Button>
            ))}
          </div>
        </EmptyState>
      )}
      <ul className="hours-week">
        {WEEKDAYS.map((weekday) => (
          <li key={weekday} className="hours-day">
            <span className="hours-day-name">{t(`hours.weekdays.${weekday}`)}</span>
            <div className="hours-stretches">
              {value
                .filter((one) => one.weekday === weekday)
                .map((stretch, index) => (
                  <span key={index} className="hours-stretch">
                    <ClockField
                      label={t('hours.weekly.from', { day: t(`hours.weekdays.${weekday}`) })}
                      value={stretch.from}
                      onChange={(from) => set(stretch, { from })}
                    />
                    <span aria-hidden="true">–</span>
                    <ClockField
                      label={t('hours.weekly.to', { day: t(`hours.weekdays.${weekday}`) })}
                      value={stretch.to}
                      hasError={!isWhole(stretch)}
                      onChange={(to) => set(stretch, { to })}
                    />
                    <Button
                      type="text"
                      size="small"
                      aria-label={t('hours.weekly.remove', { day: t(`hours.weekdays.${weekday}`), time: stretch.from })}
                      onClick={() => change(value.filter((one) => one !== stretch))}
                    >
                      ×
                    </Button>
                  </span>
                ))}
              <Button
                type="text"
                size="small"
                aria-label={t('hours.weekly.addTo', { day: t(`hours.weekdays.${weekday}`) })}
                onClick={() => change([...value, stretchAfter(value, weekday)])}
              >
                {t('hours.weekly.add')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {value.length > 0 && may('prints.preview') && (
        <Link className="hours-print" to={paths.print('opening-hours', 'room')}>
          {t('hours.weekly.print')}
        </Link>
      )}
    </SettingPanel>
  )
}
