import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AccountLine } from '#contract/accounts'
import { localOf } from '#contract/calendar'
import { formatDate } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'
import type { Ask } from './people-dialog.ts'
import { OPENING_ROLES, ROLE_ORDER } from './roles.ts'

export function PersonRow({ person, onAsk }: { person: AccountLine; onAsk: Ask }) {
  const { t } = useTranslation()
  const may = useMay()
  const { me, today } = useWorkplace()
  const isMe = person.id === me.id
  const isOpen = person.closedAt === null
  // Who only looks after the machine opens no records for anybody, by a start code neither.
  const mayHelp =
    me.roles.some((role) => role === 'director' || role === 'counselor') ||
    !person.roles.some((role) => OPENING_ROLES.includes(role))
  return (
    <Row
      name={person.name}
      hint={[
        ROLE_ORDER.filter((role) => person.roles.includes(role))
          .map((role) => t(`codes.roles.${role}`))
          .join(t('notes.comma')),
        person.openCases > 0 && t('accounts.openCases', { n: person.openCases }),
        person.closedAt
          ? t('accounts.closedOn', { day: formatDate(localOf(person.closedAt), today) })
          : person.lastSeenAt
            ? t('accounts.lastSeen', { day: formatDate(localOf(person.lastSeenAt), today) })
            : t('accounts.neverSeen'),
      ]
        .filter(Boolean)
        .join(' · ')}
      state={
        <>
          {isMe && <Tag tone="green">{t('accounts.me')}</Tag>}
          {person.startCode && isOpen && <Tag tone="amber">{t('accounts.waits')}</Tag>}
        </>
      }
      verb={
        isOpen && (
          <>
            {person.openCases > 0 && !isMe && may('accounts.handOver') && (
              <Button size="small" type="text" onClick={() => onAsk({ kind: 'hand-over', person })}>
                {t('accounts.handOver.begin')}
              </Button>
            )}
            {!isMe && (
              <Button size="small" type="text" onClick={() => onAsk({ kind: 'close', person })}>
                {t('accounts.close.verb')}
              </Button>
            )}
            {!isMe && mayHelp && (
              <Button size="small" type="text" onClick={() => onAsk({ kind: 'help', person })}>
                {t('accounts.help.begin')}
              </Button>
            )}
            <Button size="small" onClick={() => onAsk({ kind: 'roles', person })}>
              {t('accounts.setRoles.begin')}
            </Button>
          </>
        )
      }
    />
  )
}
