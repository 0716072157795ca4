import { useTranslation } from 'react-i18next'
import type { StudentHeader } from '#contract/students'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Tag } from '#ui/Tag'

/** The student does not want to come for now: what was said is one click away, and so is its end. */
export function DeclineTag(props: { studentId: string; decline: NonNullable<StudentHeader['decline']> }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useWorkplace()
  const { studentId, decline } = props
  const declineId = decline.id
  const end = useWrite(client.declines.end, { invalidates: ['declines', 'students', 'screenings', 'cases'] })
  return (
    <>
      <button
        type="button"
        className="student-decline"
        onClick={() => openDialog({ kind: 'decline-sheet', declineId, studentId })}
      >
        <Tag>
          {[
            t('declines.since', { date: formatDate(decline.onDay, today) }),
            decline.askAgainOn && t('declines.again', { date: formatDate(decline.askAgainOn, today) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Tag>
      </button>
      {may('declines.record') && (
        <button
          type="button"
          className="text-button"
          disabled={end.isPending}
          onClick={() => end.write({ declineId, studentId })}
        >
          {t('declines.end')}
        </button>
      )}
    </>
  )
}
