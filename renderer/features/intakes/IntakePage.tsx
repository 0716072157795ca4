import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { studentHeaderQuery, useShownStudent } from '#lib/student-header'
import { useEscape } from '#lib/use-escape'
import { useMayWrite } from '#lib/whose'
import { ErrorState } from '#ui/ErrorState'
import { IntakeDesk } from './IntakeDesk.tsx'
import { intakeQueries } from './queries.ts'
import { ReadIntake } from './ReadIntake.tsx'

/** The intake of a case, written or read. */
export function IntakePage() {
  const { t } = useTranslation()
  const { caseId = '' } = useParams()
  const mayWrite = useMayWrite()
  const one = useQuery(intakeQueries.case(caseId))
  const intake = useQuery({ ...intakeQueries.ofCase(caseId), staleTime: Infinity, gcTime: 0 })
  const header = useQuery(studentHeaderQuery(one.data?.studentId ?? ''))
  useShownStudent(one.data?.studentId)
  useEscape()
  const error = one.error ?? intake.error ?? header.error
  if (error)
    return (
      <ErrorState
        error={error}
        what={t('intakes.openFailed')}
        onRetry={() => void Promise.all([one.refetch(), intake.refetch(), header.refetch()])}
      />
    )
  if (!one.data || intake.data === undefined || !header.data) return null
  const shown = { one: one.data, header: header.data }
  return intake.data?.finishedAt || !mayWrite || one.data.state === 'closed' ? (
    <ReadIntake {...shown} intake={intake.data} />
  ) : (
    <IntakeDesk key={shown.one.id} {...shown} intake={intake.data} />
  )
}
