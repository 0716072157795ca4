import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { AcceptancesTab } from '#features/acceptances/AcceptancesTab'
import { ContactsTab } from '#features/contacts/ContactsTab'
import { DayLogsTab } from '#features/days/DayLogsTab'
import { LettersTab } from '#features/letters/LettersTab'
import { ObservationsTab } from '#features/observations/ObservationsTab'
import { acceptanceStandingQuery } from '#lib/acceptance-standing'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { PageHeader } from '#ui/PageHeader'
import { SearchButton } from '#ui/SearchButton'
import { Tabs } from '#ui/Tabs'

const TABS = {
  letters: LettersTab,
  observations: ObservationsTab,
  acceptances: AcceptancesTab,
  contacts: ContactsTab,
  logs: DayLogsTab,
} as const
type Tab = keyof typeof TABS
const NAMES = Object.keys(TABS) as Tab[]

/** 登记: the letterbox, what teachers hand in, who is to be taken on, the log of calls and the logs of the days. */
export function RegistersRoom() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const params = useParams()
  const may = useMay()
  const { data: queue } = useQuery(acceptanceStandingQuery)
  const isQueueShown = queue?.isShown === true || params['tab'] === 'acceptances'
  const names = NAMES.filter(
    (name) => (name !== 'logs' || may('days.logs')) && (name !== 'acceptances' || isQueueShown),
  )
  const tab = names.find((name) => name === params['tab']) ?? 'letters'
  const Part = TABS[tab]
  return (
    <>
      <PageHeader title={t('frame.pages.registers')}>
        <SearchButton />
      </PageHeader>
      <Tabs
        label={t('frame.pages.registers')}
        tabs={names.map((value) => ({ value, label: t(`frame.registerTabs.${value}`) }))}
        value={tab}
        onChange={(value) => void navigate(paths.register(value), { replace: true })}
      />
      <div role="tabpanel" aria-label={t(`frame.registerTabs.${tab}`)} className="registers-part">
        <Part />
      </div>
    </>
  )
}
