import './accounts.css'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { AddPerson } from './AddPerson.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { ClosePerson } from './ClosePerson.tsx'
import { ColleaguesPanel } from './ColleaguesPanel.tsx'
import { HandOver } from './HandOver.tsx'
import { HelpPerson } from './HelpPerson.tsx'
import { NewRecovery } from './NewRecovery.tsx'
import { OwnPanel } from './OwnPanel.tsx'
import type { PeopleDialog } from './people-dialog.ts'
import { PeoplePanel } from './PeoplePanel.tsx'
import { accountQueries } from './queries.ts'
import { SetRoles } from './SetRoles.tsx'

/** 人员与密码: calm for a room of one, and a list where several work. */
export function PeopleSection() {
  const { t } = useTranslation()
  const may = useMay()
  const { accounts } = useWorkplace()
  const manages = may('accounts.list')
  const { data: people, error, refetch } = useQuery({ ...accountQueries.list(), enabled: manages })
  const [dialog, setDialog] = useState<PeopleDialog | null>(null)
  const close = () => setDialog(null)
  const isAlone = manages ? people?.length === 1 : accounts.length === 1
  return (
    <>
      {error && <ErrorState error={error} what={t('accounts.listFailed')} onRetry={() => void refetch()} />}
      {manages && !people && !error && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {people && people.length > 1 && <PeoplePanel people={people} onAsk={setDialog} />}
      {!manages && !isAlone && may('accounts.help') && <ColleaguesPanel onAsk={setDialog} />}
      {(people ?? !manages) && <OwnPanel isAlone={isAlone} onAsk={setDialog} />}
      {dialog?.kind === 'add' && <AddPerson onClose={close} />}
      {dialog?.kind === 'password' && <ChangePassword onClose={close} />}
      {dialog?.kind === 'recovery' && <NewRecovery onClose={close} />}
      {dialog?.kind === 'roles' && <SetRoles person={dialog.person} onClose={close} />}
      {dialog?.kind === 'close' && <ClosePerson person={dialog.person} onClose={close} />}
      {dialog?.kind === 'help' && <HelpPerson person={dialog.person} onClose={close} />}
      {dialog?.kind === 'hand-over' && <HandOver person={dialog.person} onDone={close} onClose={close} />}
    </>
  )
}
