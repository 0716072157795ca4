import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Acceptance } from '#contract/acceptances'
import { client } from '#lib/client'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'

/** 分派: the director says who; the rule of grades proposes. */
export function AssignPart({ acceptance }: { acceptance: Acceptance }) {
  const { t } = useTranslation()
  const { accounts } = useWorkplace()
  const { id: acceptanceId, studentId, assignedTo, proposed } = acceptance
  const counselors = accounts.filter(({ roles }) => roles.includes('counselor'))
  const [chosen, setChosen] = useState(assignedTo?.id ?? proposed?.id ?? null)
  const assign = useWrite(client.acceptances.assign, { invalidates: ['acceptances', 'students'] })
  if (counselors.length < 2) return null
  return (
    <>
      <h3>{t('acceptances.assign')}</h3>
      <Chips
        label={t('acceptances.assign')}
        value={chosen}
        options={counselors.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      {proposed && !assignedTo && <p className="field-hint">{t('acceptances.proposed', { name: proposed.name })}</p>}
      <div className="form-row-line acceptance-step">
        <Button
          disabled={chosen === null || chosen === assignedTo?.id}
          loading={assign.isPending}
          onClick={() => chosen && assign.write({ acceptanceId, studentId, toId: chosen })}
        >
          {t('acceptances.assignVerb')}
        </Button>
      </div>
      {assign.error && <ErrorState error={assign.error} what={t('acceptances.assignFailed')} isTextSafe />}
    </>
  )
}
