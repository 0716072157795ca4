import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Entry } from '#contract/screenings'
import { formatDate, formatMoment } from '#lib/format'
import { paths } from '#lib/paths'
import { waitTone } from '#lib/round-numbers'
import { useWorkplace } from '#lib/workplace'
import { Tag } from '#ui/Tag'
import { EntryResult } from './EntryResult.tsx'
import type { Marking } from './MarkDialog.tsx'
import { useEarlierWords } from './use-earlier-words.ts'
import { useWaitWords } from './use-wait-words.ts'

type Props = {
  /** Undefined while its page is on the way. */
  entry: Entry | undefined
  index: number
  top: number
  isCurrent: boolean
  mayWrite: boolean
  /** The round is not closed. */
  isOpen: boolean
  onFocus: () => void
  onSee: (entry: Entry) => void
  onMark: (marking: Marking) => void
  onMenu: () => void
}

export function EntryRow(props: Props) {
  const { entry, index, top, isCurrent, mayWrite, isOpen, onFocus, onSee, onMark, onMenu } = props
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const earlier = useEarlierWords()
  const wait = useWaitWords()
  const row = {
    role: 'row',
    'data-row': index,
    'aria-rowindex': index + 2,
    tabIndex: isCurrent ? 0 : -1,
    style: { top },
    onFocus,
  } as const
  if (!entry) return <div {...row} className="entry" aria-busy="true" />
  const tabIndex = isCurrent ? 0 : -1
  const isWaiting = entry.waitingDays !== null
  const edge = isWaiting ? (entry.urgency ? ' entry-red' : ' entry-amber') : ''
  const verb = verbOf(entry)
  const act = () => {
    if (verb === 'see') onSee(entry)
    else if (verb === 'result') void navigate(paths.assessment(entry.assessmentId ?? ''))
    else onMark({ entry, what: 'absent' })
  }
  return (
    <div {...row} className={`entry${edge}`}>
      <div role="gridcell" className="entry-name">
        <button
          type="button"
          className="row-name row-open"
          tabIndex={tabIndex}
          title={entry.studentNo ?? undefined}
          onClick={() => void navigate(paths.student(entry.studentId))}
        >
          {entry.studentName}
        </button>
      </div>
      <div role="gridcell">{entry.className ?? entry.grade}</div>
      <div role="gridcell">
        <EntryResult entry={entry} />
      </div>
      <div role="gridcell" className="entry-hint" title={earlier(entry)}>
        {earlier(entry)}
      </div>
      <div role="gridcell">
        {entry.waitingDays !== null && (
          <Tag tone={entry.urgency ? 'red' : waitTone(entry.waitingDays)}>{wait.short(entry.waitingDays)}</Tag>
        )}
        {entry.declines && entry.flagged && entry.waitingDays === null && entry.seenOn === null && (
          <Tag>{t('codes.timelineKinds.decline')}</Tag>
        )}
      </div>
      <div role="gridcell" className="entry-hint">
        {entry.bookedFor && formatMoment(entry.bookedFor, today)}
      </div>
      <div
        role="gridcell"
        className="entry-hint"
        title={[entry.outcome && t(`codes.seenOutcomes.${entry.outcome}`), entry.note].filter(Boolean).join('\n')}
      >
        {entry.seenOn && formatDate(entry.seenOn, today)} {entry.outcome && t(`codes.seenOutcomes.${entry.outcome}`)}
      </div>
      <div role="gridcell" className="entry-verbs">
        {(verb === 'result' || (mayWrite && (verb === 'see' || (verb === 'absent' && isOpen)))) && (
          <button type="button" className="entry-verb" tabIndex={tabIndex} onClick={act}>
            {t(`screenings.verbs.${verb}`)}
          </button>
        )}
        <button
          type="button"
          className="entry-verb"
          tabIndex={tabIndex}
          aria-haspopup="menu"
          aria-label={t('screenings.verbs.more', { name: entry.studentName })}
          onClick={onMenu}
        >
          {t('screenings.more')}
        </button>
      </div>
    </div>
  )
}

const verbOf = ({ waitingDays, assessmentId, state }: Entry): 'see' | 'result' | 'absent' | null => {
  if (waitingDays !== null) return 'see'
  if (assessmentId !== null) return 'result'
  return state === 'due' ? 'absent' : null
}
