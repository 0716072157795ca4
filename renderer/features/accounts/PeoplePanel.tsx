import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountLine } from '#contract/accounts'
import { Panel } from '#ui/Panel'
import { Rows } from '#ui/Rows'
import type { Ask } from './people-dialog.ts'
import { PersonRow } from './PersonRow.tsx'
import { ROLE_ORDER } from './roles.ts'

/** Everybody with a password of this room, and those who had one. */
export function PeoplePanel({ people, onAsk }: { people: readonly AccountLine[]; onAsk: Ask }) {
  const { t } = useTranslation()
  const [showsClosed, setShowsClosed] = useState(false)
  const open = people.filter(({ closedAt }) => closedAt === null)
  const closed = people.filter(({ closedAt }) => closedAt !== null)
  return (
    <Panel
      title={t('accounts.people')}
      extra={
        <Button size="small" type="primary" onClick={() => onAsk({ kind: 'add' })}>
          {t('accounts.add.title')}
        </Button>
      }
    >
      <Rows label={t('accounts.people')}>
        {open.map((person) => (
          <PersonRow key={person.id} person={person} onAsk={onAsk} />
        ))}
        {showsClosed && closed.map((person) => <PersonRow key={person.id} person={person} onAsk={onAsk} />)}
      </Rows>
      {closed.length > 0 && (
        <Button size="small" type="link" onClick={() => setShowsClosed(!showsClosed)}>
          {t(showsClosed ? 'accounts.hideClosed' : 'accounts.showClosed', { n: closed.length })}
        </Button>
      )}
      <details className="role-guide">
        <summary>{t('accounts.guide')}</summary>
        <dl>
          {ROLE_ORDER.map((role) => (
            <div key={role}>
              <dt>{t(`codes.roles.${role}`)}</dt>
              <dd>{t(`accounts.roleLines.${role}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Panel>
  )
}
