import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Student } from '#contract/students'
import { maskPhone } from '#lib/format'
import { Panel } from '#ui/Panel'
import { Tag } from '#ui/Tag'

/** National emergency, police and mental-health lines. */
const LINES = ['120', '110', '12356'] as const

export function CrisisPhones({ student }: { student: Student }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const people = [
    ...student.guardians.map(({ name, relation, phone }) => ({
      key: `${relation}${name}`,
      name: `${relation} ${name}`,
      phone,
    })),
    { key: 'student', name: t('crises.ownPhone'), phone: student.phone ?? '' },
  ].filter(({ phone }) => phone !== '')
  return (
    <Panel title={t('crises.phones')}>
      <div className="crisis-phones">
        {LINES.map((line) => (
          <Tag key={line} tone={line === '12356' ? 'blue' : 'red'}>
            {line} {t(`crises.lines.${line}`)}
          </Tag>
        ))}
      </div>
      <div className="crisis-phones">
        {people.map(({ key, name, phone }) => (
          <button
            key={key}
            type="button"
            className="crisis-phone"
            aria-label={t('crises.showPhone', { name })}
            onClick={() => setShown(new Set([...shown, key]))}
          >
            {name} <b>{shown.has(key) ? phone : maskPhone(phone)}</b>
          </button>
        ))}
        {student.guardians.length === 0 && <span className="crisis-hint">{t('crises.noGuardian')}</span>}
      </div>
      {student.headTeacher && <p className="crisis-hint">{t('crises.headTeacher', { name: student.headTeacher })}</p>}
    </Panel>
  )
}
