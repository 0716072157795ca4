import './today.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDay } from '#lib/format'
import { useMay } from '#lib/rights'
import { useKey } from '#lib/use-key'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Kbd } from '#ui/Kbd'
import { PageHeader } from '#ui/PageHeader'
import { SearchButton } from '#ui/SearchButton'
import { BegunPanel } from './BegunPanel.tsx'
import { DuePanel } from './DuePanel.tsx'
import { FirstPanel } from './FirstPanel.tsx'
import { todayQueries } from './queries.ts'
import { ScreeningPanel } from './ScreeningPanel.tsx'
import { UnfitBar } from './UnfitBar.tsx'
import { UnfinishedPanel } from './UnfinishedPanel.tsx'
import { VisitorsPanel } from './VisitorsPanel.tsx'
import { WaitingPanel } from './WaitingPanel.tsx'

const registerVisit = () => openDialog({ kind: 'visit', studentId: null })

/** The home screen: what comes first, who comes, what is not written yet. */
export function TodayPage() {
  const { t } = useTranslation()
  const { today, preferences } = useWorkplace()
  const may = useMay()
  const mayRegister = may('visits.register')
  const { data: waiting = [] } = useQuery({ ...todayQueries.waitingReferrals(), enabled: may('referrals.list') })
  const mayCloseDay = may('days.close')
  const { data: dayState } = useQuery({ ...todayQueries.dayState(), enabled: may('days.state') })
  const unfit = useWrite(client.days.declareUnfit, { invalidates: ['days', 'appointments'] })
  useKey('n', () => mayRegister && registerVisit())
  const isOverdue = (line: (typeof waiting)[number]) =>
    line.returnDue === null ? line.waitingDays >= preferences.returnSlipDays : line.returnDue < today
  return (
    <div className="today">
      <UnfitBar />
      <PageHeader title={t('today.title')} hint={formatDay(today)}>
        {mayCloseDay && (
          <>
            {may('days.declareUnfit') && dayState?.unfitSince === null && (
              <Button type="text" loading={unfit.isPending} onClick={() => unfit.write({})}>
                {t('today.declareUnfit')}
              </Button>
            )}
            <Button onClick={() => openDialog({ kind: 'day-end', day: today })}>{t('today.endDay')}</Button>
          </>
        )}
        {may('students.find') && <SearchButton />}
        {mayRegister && (
          <Button type="primary" size="large" aria-keyshortcuts="N" onClick={registerVisit}>
            {t('today.register')}
            <Kbd keys="N" />
          </Button>
        )}
      </PageHeader>
      <div className={may('screenings.list') ? 'today-columns' : 'today-columns today-desk'}>
        <div className="today-column">
          {may('crises.list') && <FirstPanel overdue={waiting.filter(isOverdue)} />}
          <VisitorsPanel />
          {!may('screenings.list') && (
            <>
              <BegunPanel />
              <DuePanel />
            </>
          )}
        </div>
        {may('screenings.list') && (
          <div className="today-column">
            <DuePanel />
            <UnfinishedPanel />
            <ScreeningPanel />
            <WaitingPanel waiting={waiting.filter((line) => !isOverdue(line))} />
          </div>
        )}
      </div>
    </div>
  )
}
