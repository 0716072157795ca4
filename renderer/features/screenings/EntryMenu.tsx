import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Entry } from '#contract/screenings'
import { openDialog } from '#lib/dialogs'
import { paths } from '#lib/paths'
import type { Marking } from './MarkDialog.tsx'

type Props = {
  entry: Entry
  top: number
  mayWrite: boolean
  isOpen: boolean
  onSee: (entry: Entry) => void
  onMark: (marking: Marking) => void
  onClose: () => void
}

/** Everything that can be done about one student of the round. */
export function EntryMenu({ entry, top, mayWrite, isOpen, onSee, onMark, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mark = (what: Marking['what']) => ({
    key: what,
    label: t(`screenings.menu.${what}`),
    onClick: () => onMark({ entry, what }),
  })
  const items = [
    {
      key: 'student',
      label: t('screenings.menu.student'),
      onClick: () => void navigate(paths.student(entry.studentId)),
    },
    entry.assessmentId !== null && {
      key: 'result',
      label: t('screenings.menu.result'),
      onClick: () => void navigate(paths.assessment(entry.assessmentId ?? '')),
    },
    mayWrite &&
      entry.flagged && {
        key: 'see',
        label: t(entry.seenOn === null ? 'screenings.menu.see' : 'screenings.menu.seeAgain'),
        onClick: () => onSee(entry),
      },
    mayWrite && isOpen && !entry.flagged && mark('flag'),
    // A critical answer is never waved through from a list; only a talk in person ends it.
    mayWrite && isOpen && entry.flagged && entry.urgency === null && mark('unflag'),
    mayWrite && isOpen && entry.state !== 'done' && entry.state !== 'absent' && mark('absent'),
    mayWrite && isOpen && entry.state !== 'done' && entry.state !== 'excused' && mark('excused'),
    mayWrite && isOpen && (entry.state === 'absent' || entry.state === 'excused') && mark('due'),
    {
      key: 'crisis',
      label: t('screenings.menu.crisis'),
      danger: true,
      onClick: () => openDialog({ kind: 'crisis', studentId: entry.studentId }),
    },
  ].filter((item) => item !== false)
  return (
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, onClick: onClose }}
      onOpenChange={(isShown) => !isShown && onClose()}
    >
      <span className="entry-anchor" style={{ top }} />
    </Dropdown>
  )
}
