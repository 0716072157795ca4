import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Guardian } from '#contract/students'
import { NO_GUARDIAN } from './student-form.ts'

const MOST = 6
const PARTS = [
  ['relation', 'students.form.relation', 20],
  ['name', 'students.form.guardianName', 60],
  ['phone', 'students.form.guardianPhone', 40],
] as const

export function GuardianRows({
  guardians,
  onChange,
}: {
  guardians: readonly Guardian[]
  onChange: (guardians: Guardian[]) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="guardians">
      {guardians.map((guardian, index) => (
        <div key={index} className="guardian">
          {PARTS.map(([part, label, most]) => (
            <Input
              key={part}
              aria-label={t(label)}
              placeholder={t(label)}
              maxLength={most}
              value={guardian[part]}
              onChange={(event) =>
                onChange(guardians.map((one, at) => (at === index ? { ...one, [part]: event.target.value } : one)))
              }
            />
          ))}
          <Button type="text" size="small" onClick={() => onChange(guardians.filter((_, at) => at !== index))}>
            {t('students.form.remove')}
          </Button>
        </div>
      ))}
      {guardians.length < MOST && (
        <Button size="small" onClick={() => onChange([...guardians, NO_GUARDIAN])}>
          {t('students.form.addGuardian')}
        </Button>
      )}
    </div>
  )
}
