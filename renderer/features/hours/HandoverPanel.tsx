import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#contract/calendar'
import type { ShiftHandover } from '#contract/hours'
import { client } from '#lib/client'
import { formatDate, formatInstant } from '#lib/format'
import { useMay } from '#lib/rights'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { hoursQueries } from './queries.ts'

const DAYS_BACK = 14
/** Stands for whoever comes next. */
const NEXT = 'next'
const EMPTY: { toId: string; note: string } = { toId: NEXT, note: '' }

/** 交接班: how much is open is put down without a name; whoever comes takes it over. */
export function HandoverPanel() {
  const { t } = useTranslation()
  const noteId = useId()
  const mayWrite = useMay()('hours.handOver')
  const { me, accounts, today } = useWorkplace()
  const { data: items = [] } = useQuery(hoursQueries.handoverItems())
  const { data: left = [], error } = useQuery(hoursQueries.handovers(addDays(today, -DAYS_BACK), today))
  const draft = useDraft('shift-handover', '', EMPTY)
  const { toId, note } = draft.value
  const handOver = useWrite(client.hours.handOver, {
    invalidates: ['hours'],
    onSuccess: () => void draft.discard().catch(() => undefined),
  })
  const takeOver = useWrite(client.hours.takeOver, { invalidates: ['hours'] })
  const counted = (list: ShiftHandover['items']) =>
    list.length === 0
      ? t('hours.handover.nothing')
      : list
          .map((item) => t('hours.handover.item', { list: t(`codes.handoverLists.${item.list}`), count: item.count }))
          .join(' · ')
  const isMine = (one: ShiftHandover) => one.takenAt === null && one.fromId !== me.id && (one.toId ?? me.id) === me.id
  const problem = error ?? handOver.error ?? takeOver.error

  if (accounts.length === 1 && left.length === 0) return null
  return (
    <Panel title={t('hours.handover.title')}>
      <p className="setting-hint">{t('hours.handover.hint')}</p>
      {left.length > 0 && (
        <ul className="rows">
          {left.map((one) => (
            <Row
              key={one.id}
              lead={`${formatDate(one.day)} ${formatInstant(one.at)}`}
              name={t('hours.handover.line', { from: one.fromName, to: one.toName ?? t('hours.handover.next') })}
              hint={[counted(one.items), one.note].filter(Boolean).join(' · ')}
              state={one.takenAt !== null && t('hours.handover.taken')}
              verb={
                isMine(one) && (
                  <Button size="small" loading={takeOver.isPending} onClick={() => takeOver.write({ id: one.id })}>
                    {t('hours.handover.take')}
                  </Button>
                )
              }
            />
          ))}
        </ul>
      )}
      <FormRow label={t('hours.handover.open')}>{counted(items.filter(({ count }) => count > 0))}</FormRow>
      <FormRow label={t('hours.handover.to')}>
        <Select
          aria-label={t('hours.handover.to')}
          className="handover-to"
          value={toId}
          options={[
            { value: NEXT, label: t('hours.handover.next') },
            ...accounts.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => draft.change({ toId: id })}
        />
      </FormRow>
      <FormRow label={t('hours.handover.note')} htmlFor={noteId} hint={t('hours.handover.noteHint')}>
        <div className="hours-line">
          <Input
            id={noteId}
            maxLength={200}
            value={note}
            onChange={(event) => draft.change({ note: event.target.value })}
          />
          <Button
            disabled={!mayWrite}
            loading={handOver.isPending}
            onClick={() =>
              handOver.write({ id: crypto.randomUUID(), toId: toId === NEXT ? null : toId, note: note.trim() })
            }
          >
            {t('hours.handover.give')}
          </Button>
        </div>
      </FormRow>
      {problem && <ErrorState error={problem} what={t('hours.notSaved')} />}
    </Panel>
  )
}
