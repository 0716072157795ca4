import {
  CheckOutlined,
  EditOutlined,
  FormOutlined,
  HomeOutlined,
  MailOutlined,
  PhoneOutlined,
  ReloadOutlined,
  TeamOutlined,
  VideoCameraOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppointmentLine } from '#contract/appointments'
import { clockOf, topOf } from '#lib/day-grid'
import type { Sheet } from '#lib/day-grid'
import { formatDay } from '#lib/format'
import { riskLabel, riskTone, useWorkplace } from '#lib/workplace'
import type { Block } from './blocks.ts'
import { useBlockWords } from './use-block-words.ts'

type Props = {
  block: Block
  columns: number
  sheet: Sheet
  isToConfirm: boolean
  isMovable: boolean
  isReached: boolean
  showsReceiver: boolean
  onOpen: (block: Block) => void
}
const CHANNEL_ICONS: Partial<Record<AppointmentLine['channel'], ComponentType>> = {
  phone: PhoneOutlined,
  video: VideoCameraOutlined,
  letter: MailOutlined,
  'home-visit': HomeOutlined,
  group: TeamOutlined,
  'parent-interview': TeamOutlined,
}
/** Lower than this a block has room for one line. */
const TWO_LINES = 33
/** However short it is, it can be seen and touched. */
const LEAST = 16

/** One appointment on the sheet: time, who, and at a glance how it stands. */
export function BlockButton(props: Props) {
  const { block, columns, sheet, isToConfirm, isMovable, isReached, showsReceiver, onOpen } = props
  const { t } = useTranslation()
  const { riskLevels } = useWorkplace()
  const { nameOf, stateOf, factsOf } = useBlockWords()
  const { line, date, day, span, lane } = block
  const height = Math.max(LEAST, (span.until - span.from) * sheet.pixelsPerMinute - 2)
  const tone = riskTone(line.riskRank, riskLevels)
  const Channel = CHANNEL_ICONS[line.channel]
  const state = stateOf(line, isToConfirm)
  const facts = factsOf(line, showsReceiver)
  const risk = tone === 'plain' ? '' : riskLabel(line.riskRank, riskLevels)
  const isLow = height < TWO_LINES
  const classes = [
    'cal-block',
    `cal-block-${line.state}`,
    isToConfirm && 'cal-block-unsure',
    isMovable && 'cal-block-movable',
    isLow && 'cal-block-low',
  ]
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      data-block={line.visitId}
      tabIndex={isReached ? 0 : -1}
      style={{
        left: `calc(${((day + lane.left) / columns) * 100}% + 2px)`,
        width: `calc(${(lane.width / columns) * 100}% - 9px)`,
        top: topOf(sheet, span.from) + 1,
        height,
      }}
      aria-label={[
        `${formatDay(date)} ${clockOf(span.from)}–${clockOf(span.until)}`,
        nameOf(line),
        ...facts,
        state,
        risk,
        noteWord(),
      ]
        .filter(Boolean)
        .join(t('calendar.comma'))}
      title={`${clockOf(span.from)}–${clockOf(span.until)} ${nameOf(line)}`}
      onClick={() => onOpen(block)}
    >
      <span className="cal-block-first">
        <span className="cal-block-time">{clockOf(span.from)}</span>
        <span className="cal-block-name">{nameOf(line)}</span>
        {risk && <span className={`cal-risk cal-risk-${tone}`} title={risk} />}
        <span className="cal-block-marks">
          {line.seriesId !== null && <ReloadOutlined title={t('calendar.series')} />}
          {Channel && (
            <span title={t(`codes.channels.${line.channel}`)}>
              <Channel />
            </span>
          )}
          {noteMark()}
        </span>
      </span>
      <span className="cal-block-second">
        {state && <span className={`cal-state cal-state-${isToConfirm ? 'unsure' : line.state}`}>{state}</span>}
        <span className="cal-block-facts">{facts.join(' · ')}</span>
      </span>
      {isMovable && <span className="cal-grip" aria-hidden="true" />}
    </button>
  )

  function noteWord(): string {
    if (line.state !== 'arrived' && line.state !== 'ended') return ''
    return t(`calendar.notes.${line.noteState}`)
  }
  function noteMark() {
    if (line.state !== 'arrived' && line.state !== 'ended') return null
    const title = noteWord()
    if (line.noteState === 'signed') return <CheckOutlined className="cal-note-signed" title={title} />
    if (line.noteState === 'draft') return <EditOutlined className="cal-note-open" title={title} />
    return line.state === 'ended' ? <FormOutlined className="cal-note-open" title={title} /> : null
  }
}
