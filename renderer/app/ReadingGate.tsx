import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { OthersLine } from '#features/accounts/OthersLine'
import { ReasonSheet } from '#features/accounts/ReasonSheet'
import { MayWrite, whoseQuery } from '#lib/whose'
import type { About } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'

/** Before a page of a colleague's case opens, its reader says why. What is one's own opens at once. */
export function ReadingGate({ about, children }: { about: About; children: ReactNode }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { me } = useWorkplace()
  const { data: whose, error, refetch } = useQuery(whoseQuery(about))
  if (error) return <ErrorState error={error} what={t('accounts.reading.failed')} onRetry={() => void refetch()} />
  if (!whose) return null
  if (!whose.mayRead)
    return (
      <ReasonSheet studentId={whose.studentId} holder={whose.holder?.name ?? ''} onClose={() => void navigate(-1)} />
    )
  const isOthers = whose.holder !== null && whose.holder.id !== me.id
  return (
    <MayWrite value={whose.mayWrite}>
      {isOthers && <OthersLine holder={whose.holder?.name ?? ''} mayWrite={whose.mayWrite} />}
      {children}
    </MayWrite>
  )
}
