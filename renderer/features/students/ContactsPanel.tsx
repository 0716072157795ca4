import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Student } from '#contract/students'
import { openDialog } from '#lib/dialogs'
import { maskPhone } from '#lib/format'
import { useMay } from '#lib/rights'
import { Panel } from '#ui/Panel'

/** Whom one may call. Numbers are covered until they are asked for. */
export function ContactsPanel({ student }: { student: Student }) {
  const { t } = useTranslation()
  const may = useMay()
  const isEmpty = student.guardians.length === 0 && !student.headTeacher && !student.phone && !student.dormitory
  return (
    <Panel
      title={t('students.contacts')}
      extra={
        <button
          type="button"
          className="text-button"
          onClick={() => openDialog({ kind: 'contact-log', studentId: student.id })}
        >
          {t('students.contactLog')}
        </button>
      }
    >
      {isEmpty ? (
        <div>
          <p className="field-hint">{t('students.noContacts')}</p>
          {may('students.update') && (
            <Button size="small" onClick={() => openDialog({ kind: 'student', studentId: student.id })}>
              {t('students.addContact')}
            </Button>
          )}
        </div>
      ) : (
        <dl className="contacts">
          {student.guardians.map((guardian, index) => (
            <div key={index}>
              <dt>
                {guardian.relation} {guardian.name}
              </dt>
              <dd>{guardian.phone ? <Phone number={guardian.phone} /> : t('students.noPhone')}</dd>
            </div>
          ))}
          {student.phone && (
            <div>
              <dt>{t('students.own')}</dt>
              <dd>
                <Phone number={student.phone} />
              </dd>
            </div>
          )}
          {student.headTeacher && (
            <div>
              <dt>{t('students.headTeacher')}</dt>
              <dd>{student.headTeacher}</dd>
            </div>
          )}
          {student.dormitory && (
            <div>
              <dt>{t('students.dormitory')}</dt>
              <dd>{student.dormitory}</dd>
            </div>
          )}
        </dl>
      )}
      {student.note && <p className="contacts-note">{student.note}</p>}
    </Panel>
  )
}

function Phone({ number }: { number: string }) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  return isShown ? (
    <span className="contacts-phone">{number}</span>
  ) : (
    <button type="button" className="contacts-phone" title={t('students.showPhone')} onClick={() => setShown(true)}>
      {maskPhone(number)}
    </button>
  )
}
