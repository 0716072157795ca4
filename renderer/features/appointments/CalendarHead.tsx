import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { Chips } from '#ui/Chips'
import { Kbd } from '#ui/Kbd'
import { PageHeader } from '#ui/PageHeader'
import type { Mode, Side } from './calendar-view.ts'

type Props = {
  mode: Mode
  hint: string
  week: number | null
  whose: 'mine' | 'all' | null
  side: Side | null
  counts: Record<Side, number>
  mayBook: boolean
  papers: readonly { key: string; label: string; open: () => void }[]
  onMode: (mode: Mode) => void
  onWhose: (whose: 'mine' | 'all') => void
  onSide: (side: Side | null) => void
  onStep: (way: 'before' | 'after') => void
  onToday: () => void
  onBook: () => void
}

/** Which days, whose, what is beside, and the one green button. */
export function CalendarHead(props: Props) {
  const { mode, hint, week, whose, side, counts, mayBook, papers } = props
  const { t } = useTranslation()
  return (
    <PageHeader
      title={t('calendar.title')}
      hint={
        <span className="cal-range">
          <Button
            size="small"
            type="text"
            aria-label={t(`calendar.before.${mode}`)}
            onClick={() => props.onStep('before')}
          >
            <LeftOutlined />
          </Button>
          <span aria-live="polite">
            {hint}
            {week !== null && ` · ${t('calendar.week', { n: week })}`}
          </span>
          <Button
            size="small"
            type="text"
            aria-label={t(`calendar.after.${mode}`)}
            onClick={() => props.onStep('after')}
          >
            <RightOutlined />
          </Button>
          <Button size="small" aria-keyshortcuts="T" onClick={props.onToday}>
            {t('calendar.today')}
            {whose === null && <Kbd keys="T" />}
          </Button>
        </span>
      }
    >
      {whose && (
        <Chips
          label={t('calendar.whose')}
          value={whose}
          options={(['mine', 'all'] as const).map((value) => ({ value, label: t(`calendar.whoses.${value}`) }))}
          onChange={props.onWhose}
        />
      )}
      <Chips
        label={t('calendar.view')}
        value={mode}
        options={(['week', 'day'] as const).map((value) => ({
          value,
          label: t(`calendar.modes.${value}`),
          hint: value === 'week' ? 'W' : 'D',
        }))}
        onChange={props.onMode}
      />
      {(['waits', 'confirm'] as const).map((one) => (
        <Button
          key={one}
          size="large"
          aria-pressed={side === one}
          className={side === one ? 'cal-side-on' : undefined}
          onClick={() => props.onSide(side === one ? null : one)}
        >
          {t(`calendar.sides.${one}`)}
          {counts[one] > 0 && <span className="side-count">{counts[one]}</span>}
        </Button>
      ))}
      {papers.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{ items: papers.map(({ key, label, open }) => ({ key, label, onClick: open })) }}
        >
          <Button size="large">{t('calendar.print')}</Button>
        </Dropdown>
      )}
      {mayBook && (
        <Button type="primary" size="large" aria-keyshortcuts="N" onClick={props.onBook}>
          {t('calendar.book')}
          <Kbd keys="N" />
        </Button>
      )}
    </PageHeader>
  )
}
