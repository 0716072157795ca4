import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '#contract/screenings'
import { client } from '#lib/client'
import { formatDate } from '#lib/format'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'
import { PageHeader } from '#ui/PageHeader'
import { Tag } from '#ui/Tag'
import { RoundDialog } from './RoundDialog.tsx'

type Props = { round: Round; mayWrite: boolean }

/** Name, test, days and for whom; what can be done with the round as a whole. */
export function RoundHead({ round, mayWrite }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { today } = useWorkplace()
  const [isEditing, setEditing] = useState(false)
  const [isClosing, setClosing] = useState(false)
  const isClosed = round.state === 'closed'
  const refresh = useWrite(client.screenings.refresh, {
    invalidates: ['screenings'],
    onSuccess: ({ added, removed }) =>
      void message.success(
        added + removed === 0 ? t('screenings.refreshedSame') : t('screenings.refreshed', { added, removed }),
      ),
  })
  const close = useWrite(client.screenings.close, { invalidates: ['screenings'], onSuccess: () => setClosing(false) })
  const setClosed = (closed: boolean) => close.write({ roundId: round.id, closed })
  const { grades, classes } = round.scope
  const scope = [...grades, ...classes]
  const facts = [
    round.short,
    `${formatDate(round.startsOn, today)} – ${formatDate(round.endsOn, today)}`,
    scope.length === 0
      ? t('screenings.wholeSchool')
      : scope.length > 4
        ? t('screenings.scopeParts', { n: scope.length })
        : scope.join(t('screenings.comma')),
  ].join(' · ')
  return (
    <>
      <PageHeader
        title={round.name}
        hint={
          <span className="round-facts" title={scope.join(t('screenings.comma'))}>
            {facts} {isClosed && <Tag>{t('codes.roundStates.closed')}</Tag>}
          </span>
        }
      >
        {mayWrite && isClosed && (
          <Button loading={close.isPending} onClick={() => setClosed(false)}>
            {t('screenings.reopen')}
          </Button>
        )}
        {mayWrite && !isClosed && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'refresh', label: t('screenings.refresh'), onClick: () => refresh.write({ roundId: round.id }) },
                { key: 'edit', label: t('screenings.edit'), onClick: () => setEditing(true) },
                { key: 'close', label: t('screenings.close'), onClick: () => setClosing(true) },
              ],
            }}
          >
            <Button loading={refresh.isPending}>{t('screenings.more')}</Button>
          </Dropdown>
        )}
      </PageHeader>
      {refresh.error && <ErrorState error={refresh.error} what={t('screenings.refreshFailed')} />}
      {!isClosing && close.error && <ErrorState error={close.error} what={t('screenings.closeFailed')} />}
      {isEditing && <RoundDialog round={round} onClose={() => setEditing(false)} />}
      {isClosing && (
        <ConfirmDialog
          title={t('screenings.closeTitle', { name: round.name })}
          verb={t('screenings.close')}
          isBusy={close.isPending}
          onConfirm={() => setClosed(true)}
          onCancel={() => setClosing(false)}
        >
          <p>
            {round.longestWait === null
              ? t('screenings.closeHint')
              : t('screenings.closeWaiting', {
                  count: Math.max(1, round.counts.flagged - round.counts.seen - round.counts.declined),
                })}
          </p>
          {close.error && <ErrorState error={close.error} what={t('screenings.closeFailed')} />}
        </ConfirmDialog>
      )}
    </>
  )
}
