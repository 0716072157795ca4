import './contacts.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { StudentFinder } from '#ui/StudentFinder'
import { NewContact } from './NewContact.tsx'

const NOBODY = 'nobody'

/** 记一次联系: about whom first; somebody may have called who did not say. */
export function ContactDialog({ request, onClose }: DialogProps<DialogOf<'contact'>>) {
  const { t } = useTranslation()
  const isKnown = request.studentId !== null || request.answersId !== undefined || request.contact !== undefined
  const [about, setAbout] = useState<string | null | undefined>(isKnown ? request.studentId : undefined)
  if (about === undefined)
    return (
      <StudentFinder
        title={t('contacts.who')}
        others={[{ key: NOBODY, name: t('contacts.nobody'), hint: t('contacts.nobodyHint') }]}
        onFound={(key) => setAbout(key === NOBODY ? null : key)}
        onClose={onClose}
      />
    )
  return <NewContact request={request} studentId={about} onClose={onClose} />
}
