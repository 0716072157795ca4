import { useTranslation } from 'react-i18next'
import type { Contact } from '#contract/contacts'
import { formatDate, formatMoment } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { FactList } from '#ui/FactList'

/** What was written down of one contact. */
export function ContactFacts({ contact }: { contact: Contact }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const moment = (at: string | null) => at && formatMoment(at, today)
  const join = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')
  const topics = contact.toldTopics.map((topic) => t(`codes.toldTopics.${topic}`)).join(t('contacts.comma'))
  return (
    <FactList
      facts={[
        [t('contacts.with'), join(contact.name, t(`codes.relations.${contact.relation}`))],
        [
          t('contacts.at'),
          join(
            moment(contact.at),
            contact.minutes !== null && t('contacts.lasted', { n: contact.minutes }),
            t(`codes.contactDirections.${contact.direction}`),
            t(`codes.contactWays.${contact.way}`),
          ),
        ],
        [
          t('contacts.kind'),
          join(
            t(`codes.contactKinds.${contact.kind}`),
            contact.outcome !== 'reached' && t(`codes.contactOutcomes.${contact.outcome}`),
          ),
        ],
        [t('contacts.summary'), contact.summary],
        [t('contacts.told'), join(topics, contact.told)],
        [t('contacts.ground'), contact.exceptionGround && t(`codes.exceptionGrounds.${contact.exceptionGround}`)],
        [t('contacts.answer'), contact.answer],
        [t('contacts.agreed'), contact.agreed],
        [t('contacts.leftAt'), join(moment(contact.leftAt), contact.collectedBy)],
        [
          t('contacts.reply'),
          contact.replyDue &&
            (contact.repliedAt
              ? t('contacts.repliedAt', { at: moment(contact.repliedAt), by: contact.repliedBy })
              : join(t('contacts.dueAt', { at: moment(contact.replyDue) }), contact.dueReason)),
        ],
        [t('contacts.passTo'), contact.passedTo?.name],
        [t('contacts.next'), contact.nextOn && join(formatDate(contact.nextOn, today), contact.nextTopic)],
        [t('contacts.enteredBy'), contact.enteredBy.name],
      ]}
    />
  )
}
