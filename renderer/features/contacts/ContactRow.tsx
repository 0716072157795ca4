import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Contact, ContactLine } from '#contract/contacts'
import { openDialog } from '#lib/dialogs'
import { formatDate, formatMoment, formatTime } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'

type Props = { line: ContactLine | Contact; about?: string | null; second?: string }

/** One line of the log: when, with whom, how, and whether they still wait. */
export function ContactRow({ line, about, second }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useWorkplace()
  const day = line.at.slice(0, 10)
  const open = () => openDialog({ kind: 'contact-sheet', contactId: line.id, studentId: line.studentId })
  const isWaiting = line.replyDue !== null && line.repliedAt === null
  const mayOpen = may('contacts.get')
  return (
    <Row
      lead={day === today ? formatTime(line.at) : formatDate(line.at, today)}
      name={line.name || t(`codes.relations.${line.relation}`)}
      hint={[
        line.name && t(`codes.relations.${line.relation}`),
        about,
        t(`codes.contactKinds.${line.kind}`),
        t(`codes.contactWays.${line.way}`),
        line.nextOn && line.nextOn >= today && t('contacts.nextIs', { day: formatDate(line.nextOn, today) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      second={second}
      state={
        <>
          {line.outcome !== 'reached' && <Tag>{t(`codes.contactOutcomes.${line.outcome}`)}</Tag>}
          {isWaiting && (
            <Tag tone="amber">{t('contacts.dueAt', { at: formatMoment(line.replyDue ?? line.at, today) })}</Tag>
          )}
          {line.replyDue !== null && line.repliedAt !== null && <Tag tone="green">{t('contacts.replied')}</Tag>}
        </>
      }
      verb={
        mayOpen && (
          <Button size="small" onClick={open}>
            {t('contacts.open')}
          </Button>
        )
      }
      onOpen={mayOpen ? open : undefined}
    />
  )
}
