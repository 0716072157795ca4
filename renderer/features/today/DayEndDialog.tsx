import { useQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { DaySummary, LeftOver } from '#contract/days'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { formatDay } from '#lib/format'
import { paths } from '#lib/paths'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { SheetDialog } from '#ui/SheetDialog'
import { Tag } from '#ui/Tag'
import { todayQueries } from './queries.ts'

/** Null while nobody has typed: then what was kept stands. */
const EMPTY = { remarks: null as string | null }
const COUNTS = [
  'contacts',
  'lettersReceived',
  'lettersAnswered',
  'observations',
  'followupsDone',
  'tests',
  'conferences',
  'referrals',
  'crises',
] as const satisfies readonly (keyof DaySummary)[]
/** Where each thing that is left over is done; the others stand on Today itself. */
const WHERE: Partial<Record<LeftOver['what'], string>> = {
  letterbox: paths.register('letters'),
  calls: paths.register('contacts'),
  crises: paths.crises,
}

/** Before going home: what is left over, what was done, and the log of the day (S06). */
export function DayEndDialog({ request, onClose }: DialogProps<DialogOf<'day-end'>>) {
  const { t } = useTranslation()
  const id = useId()
  const navigate = useNavigate()
  const { day } = request
  const { me } = useWorkplace()
  const { data, error, refetch } = useQuery(todayQueries.dayEnd(day))
  const draft = useDraft(`day-end ${day}`, '', EMPTY)
  const remarks = draft.value.remarks ?? data?.kept?.remarks ?? ''
  const close = useWrite(client.days.close, {
    invalidates: ['days'],
    onSuccess: () => void draft.discard().catch(() => undefined),
  })
  const goTo = (path: string) => {
    onClose()
    void navigate(path)
  }
  return (
    <SheetDialog
      title={t('today.dayEnd', { day: formatDay(day) })}
      width={680}
      verb={t(data?.kept ? 'today.keepLogAgain' : 'today.keepLog')}
      isBusy={close.isPending}
      isDisabled={!data}
      foot={data?.kept && t('today.logKept')}
      extra={
        data?.kept && (
          <Button onClick={() => goTo(paths.print('daily-log', `${day}|${me.id}`))}>{t('today.printLog')}</Button>
        )
      }
      onSubmit={() => close.write({ day, remarks: remarks.trim() })}
      onClose={onClose}
    >
      {error && <ErrorState error={error} what={t('today.dayEndFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active title={false} />}
      {data && (
        <>
          <p className="field-hint">{t(data.leftOver.length > 0 ? 'today.leftOver' : 'today.nothingLeft')}</p>
          <Rows label={t('today.leftOver')}>
            {data.leftOver.map(({ what, count }) => (
              <Row
                key={what}
                lead={<Tag tone={what === 'crises' ? 'red' : 'amber'}>{count}</Tag>}
                name={t(`today.left.${what}`)}
                verb={
                  <Button size="small" onClick={() => goTo(WHERE[what] ?? paths.today)}>
                    {t('today.look')}
                  </Button>
                }
              />
            ))}
          </Rows>
          <FormRow label={t('today.done')}>
            {[
              t('today.summary.visits', { count: data.summary.visits.length }),
              ...COUNTS.filter((name) => data.summary[name] > 0).map((name) =>
                t(`today.summary.${name}`, { count: data.summary[name] }),
              ),
            ].join(t('today.comma'))}
          </FormRow>
          <FormRow label={t('today.remarks')} htmlFor={id}>
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 2, maxRows: 5 }}
              maxLength={2000}
              placeholder={t('today.remarksHint')}
              value={remarks}
              onChange={(event) => draft.change({ remarks: event.target.value })}
            />
          </FormRow>
          {close.error && <ErrorState error={close.error} what={t('today.logFailed')} isTextSafe />}
        </>
      )}
    </SheetDialog>
  )
}
