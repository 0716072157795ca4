import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { MayWrite, whoseQuery } from '#lib/whose'
import { SideSheet } from '#ui/SideSheet'
import { ContactsPanel } from './ContactsPanel.tsx'

/** Those around the student and the log of calls, beside whatever page is open. */
export function ContactLogSheet({ request, onClose }: DialogProps<DialogOf<'contact-log'>>) {
  const { t } = useTranslation()
  const { who } = useWho(request.studentId)
  const { data: whose } = useQuery(whoseQuery({ subject: 'student', id: request.studentId }))
  return (
    <SideSheet title={t('contacts.log')} who={who} size={760} onClose={onClose}>
      <MayWrite value={whose?.mayWrite ?? false}>
        <ContactsPanel studentId={request.studentId} />
      </MayWrite>
    </SideSheet>
  )
}
