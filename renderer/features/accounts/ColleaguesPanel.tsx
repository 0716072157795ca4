import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useWorkplace } from '#lib/workplace'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import type { Ask } from './people-dialog.ts'
import { ROLE_ORDER } from './roles.ts'

/** For a counselor who manages nobody: who else works here, and help for a forgotten password. */
export function ColleaguesPanel({ onAsk }: { onAsk: Ask }) {
  const { t } = useTranslation()
  const { me, accounts } = useWorkplace()
  return (
    <Panel title={t('accounts.colleagues')}>
      <Rows label={t('accounts.colleagues')}>
        {accounts
          .filter(({ id }) => id !== me.id)
          .map((person) => (
            <Row
              key={person.id}
              name={person.name}
              hint={ROLE_ORDER.filter((role) => person.roles.includes(role))
                .map((role) => t(`codes.roles.${role}`))
                .join(t('notes.comma'))}
              verb={
                <Button size="small" type="text" onClick={() => onAsk({ kind: 'help', person })}>
                  {t('accounts.help.begin')}
                </Button>
              }
            />
          ))}
      </Rows>
    </Panel>
  )
}
