import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import type { Ask } from './people-dialog.ts'

/** What everybody can see to alone; in a room of one, all there is. */
export function OwnPanel({ isAlone, onAsk }: { isAlone: boolean; onAsk: Ask }) {
  const { t } = useTranslation()
  const may = useMay()
  const { me, accounts } = useWorkplace()
  const hasColleague = accounts.some(({ id, roles }) => id !== me.id && roles.includes('counselor'))
  return (
    <Panel
      title={isAlone ? t('accounts.title') : t('accounts.own')}
      extra={
        isAlone &&
        may('accounts.add') && (
          <Button size="small" type="text" onClick={() => onAsk({ kind: 'add' })}>
            {t('accounts.add.title')}
          </Button>
        )
      }
    >
      {isAlone && <p className="account-alone">{t('accounts.alone')}</p>}
      <Rows label={t('accounts.own')}>
        <Row
          name={t('accounts.password.title')}
          hint={t('accounts.password.hint')}
          verb={
            <Button size="small" onClick={() => onAsk({ kind: 'password' })}>
              {t('accounts.password.change')}
            </Button>
          }
        />
        {may('accounts.replaceRecovery') && (
          <Row
            name={t('setup.recovery.title')}
            hint={t('accounts.recovery.hint')}
            verb={
              <Button size="small" onClick={() => onAsk({ kind: 'recovery' })}>
                {t('accounts.recovery.make')}
              </Button>
            }
          />
        )}
        {!isAlone && hasColleague && me.roles.includes('counselor') && (
          <Row
            name={t('accounts.handOver.own')}
            hint={t('accounts.handOver.ownHint')}
            verb={
              <Button size="small" onClick={() => onAsk({ kind: 'hand-over', person: me })}>
                {t('accounts.handOver.begin')}
              </Button>
            }
          />
        )}
      </Rows>
    </Panel>
  )
}
