import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { openDialog } from '#lib/dialogs'
import { formatDate, formatTime } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'
import type { Due } from '#lib/due-lines'

const TONES = { 0: 'red', 1: 'amber', 2: 'plain' } as const

/** Who it is about, what is due since when, and the one next click. */
export function DueRow({ due }: { due: Due }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const { today } = useWorkplace()
  const { line } = due
  const { studentId } = line
  const caller = due.is === 'contact' ? due.line.name : ''
  return (
    <Row
      lead={<Tag tone={TONES[due.weight]}>{when()}</Tag>}
      name={line.studentName ?? (caller || t('today.nobodyKnown'))}
      onOpen={studentId !== null && may('students.header') ? () => void navigate(paths.student(studentId)) : undefined}
      hint={[line.className, what()].filter(Boolean).join(' · ')}
      verb={
        <Button size="small" onClick={open}>
          {t(`today.dueVerbs.${due.is === 'stage' && due.line.why === 'deliver' ? 'deliver' : due.is}`)}
        </Button>
      }
    />
  )

  function when(): string {
    if (due.is === 'letter' && due.weight === 0) return t('today.riskLetter')
    const day = due.at.slice(0, 10)
    if (day === today) return due.at.length > 10 ? formatTime(due.at) : t('today.thisDay')
    return formatDate(day, today)
  }
  function what(): string {
    switch (due.is) {
      case 'contact':
        return [t(`codes.contactDues.${due.line.why}`), due.line.topic].filter(Boolean).join(' · ')
      case 'letter':
        return t('today.unreadLetter', { no: due.line.no })
      case 'observation':
        return t('today.observed')
      case 'followup':
        return t(`codes.followupCauses.${due.line.cause}`)
      case 'review':
        return due.line.lastOn
          ? t('today.lastReview', { date: formatDate(due.line.lastOn, today) })
          : t('today.noReview')
      case 'aid':
        return t('aid.noAnswer', { office: due.line.office })
      case 'stage':
        return t(`today.stageDues.${due.line.why}`, { n: due.line.stage })
      case 'talk':
        return due.line.sessionAt
          ? t('today.briefing', { date: formatDate(due.line.sessionAt, today) })
          : t('codes.conferenceKinds.parents')
      case 'case':
        return [
          t(`codes.attentionKinds.${due.line.kind}`),
          due.line.item && t(`codes.paperItems.${due.line.item}`),
          due.line.days > 0 && t('today.daysSince', { count: due.line.days }),
        ]
          .filter(Boolean)
          .join(' · ')
    }
  }
  function open(): void {
    switch (due.is) {
      case 'contact': {
        const { why, contactId, studentId: about, relation, name } = due.line
        if (why === 'feedback' && about) return openDialog({ kind: 'first-feedback', studentId: about })
        const asked = why === 'arrival' || why === 'first-parent' ? why : undefined
        return openDialog({
          kind: 'contact',
          studentId: about,
          ...(contactId && { answersId: contactId }),
          start: { ...(asked && { kind: asked }), ...(relation && { relation, name }) },
        })
      }
      case 'letter':
        return openDialog({ kind: 'letter-sheet', letterId: due.line.id, studentId: due.line.studentId })
      case 'observation':
        return openDialog({ kind: 'observation-sheet', observationId: due.line.id, studentId: due.line.studentId })
      case 'followup': {
        const { id: followupId, caseId } = due.line
        return openDialog({ kind: 'followup', studentId: due.line.studentId, caseId, followupId })
      }
      case 'review':
        return openDialog({ kind: 'review', studentId: due.line.studentId, caseId: due.line.caseId })
      case 'aid':
        return openDialog({ kind: 'aid-sheet', studentId: due.line.studentId, aidId: due.line.id })
      case 'stage': {
        const { why, caseId, stageId } = due.line
        if (why === 'deliver' && stageId)
          return openDialog({ kind: 'stage-deliver', studentId: due.line.studentId, caseId, stageId })
        return openDialog({ kind: 'stage', studentId: due.line.studentId, caseId, ...(stageId && { stageId }) })
      }
      case 'talk': {
        const about = { studentId: due.line.studentId, caseId: due.line.caseId }
        return openDialog({ kind: 'conference', ...about, ...(due.line.kind === 'briefing' && { about: 'briefing' }) })
      }
      case 'case':
        void navigate(paths.case(due.line.caseId))
    }
  }
}
