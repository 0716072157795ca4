import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Role } from '#contract/procedure'
import { useWorkplace } from '#lib/workplace'
import { OPENING_ROLES, ROLE_ORDER } from './roles.ts'

type Props = { value: readonly Role[]; onChange: (roles: Role[]) => void }

/** What somebody is here, each with a line of what it opens. One person may be several. */
export function RolePicker({ value, onChange }: Props) {
  const { t } = useTranslation()
  const { me } = useWorkplace()
  const mayOpenRecords = me.roles.includes('director')
  return (
    <div className="role-picker" role="group" aria-label={t('accounts.roles')}>
      {ROLE_ORDER.map((role) => (
        <Checkbox
          key={role}
          checked={value.includes(role)}
          disabled={!mayOpenRecords && OPENING_ROLES.includes(role)}
          onChange={({ target }) =>
            onChange(ROLE_ORDER.filter((one) => (one === role ? target.checked : value.includes(one))))
          }
        >
          <b>{t(`codes.roles.${role}`)}</b>
          <span className="role-line">{t(`accounts.roleLines.${role}`)}</span>
        </Checkbox>
      ))}
      {!mayOpenRecords && <p className="field-hint">{t('accounts.onlyDirectorGives')}</p>}
    </div>
  )
}
