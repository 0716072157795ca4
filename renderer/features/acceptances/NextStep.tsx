import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Acceptance } from '#contract/acceptances'
import { leaveDialogs, openDialog } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'

/** Once somebody is taken on: a time, or a place on the waiting list. */
export function NextStep({ acceptance }: { acceptance: Acceptance }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const { studentId, caseId } = acceptance
  const toCase = () => {
    leaveDialogs()
    if (caseId) void navigate(paths.case(caseId))
  }
  return (
    <>
      <h3>{t('acceptances.next')}</h3>
      <div className="form-row-line acceptance-step">
        {may('appointments.book') && (
          <Button type="primary" onClick={() => openDialog({ kind: 'visit', studentId })}>
            {t('acceptances.book')}
          </Button>
        )}
        {may('waits.add') && (
          <Button onClick={() => openDialog({ kind: 'wait', studentId })}>{t('acceptances.toWaiting')}</Button>
        )}
        {caseId && <Button onClick={toCase}>{t('acceptances.toCase')}</Button>}
      </div>
    </>
  )
}
