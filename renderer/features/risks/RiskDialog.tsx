import './risks.css'
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { formatMoment } from '#lib/format'
import { useWho } from '#lib/student-header'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { riskLabel, useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { RiskCards } from './RiskCards.tsx'

type RiskForm = { rank: number | null; reason: string }
const EMPTY: RiskForm = { rank: null, reason: '' }

/** A person sets the level and says why. */
export function RiskDialog({ request, onClose }: DialogProps<DialogOf<'risk'>>) {
  const { t } = useTranslation()
  const reasonId = useId()
  const { studentId } = request
  const { riskLevels, today } = useWorkplace()
  const { who, header } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const draft = useDraft('risk', studentId, EMPTY)
  const { rank, reason } = draft.value
  const { data: history = [] } = useQuery({
    queryKey: ['risks', studentId],
    queryFn: () => client.risks.listByStudent({ studentId }),
  })
  const { write, isPending, error } = useWrite(client.risks.set, {
    invalidates: ['risks', 'students', 'visits', 'cases'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const current = header?.risk ?? null
  const missing = rank === null ? t('risks.lacksLevel') : reason.trim() === '' ? t('risks.lacksReason') : undefined

  return (
    <SheetDialog
      title={t('risks.title')}
      who={who}
      width={720}
      verb={t('risks.set')}
      isBusy={isPending}
      isDisabled={missing !== undefined}
      foot={missing}
      onSubmit={() => rank !== null && write({ id, studentId, rank, reason: reason.trim() })}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <p className="field-hint">
        {current
          ? t('risks.now', {
              label: riskLabel(current.rank, riskLevels),
              time: formatMoment(current.setAt, today),
              name: current.setBy,
              reason: current.reason,
            })
          : t('risks.none')}
      </p>
      <RiskCards
        levels={riskLevels}
        value={rank}
        currentRank={current?.rank ?? null}
        onChange={(rank) => draft.change({ rank })}
      />
      <FormRow label={t('risks.reason')} htmlFor={reasonId}>
        <Input.TextArea
          id={reasonId}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          placeholder={t('risks.reasonHint')}
          value={reason}
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      </FormRow>
      {history.length > 1 && (
        <FormRow label={t('risks.history')}>
          <ul className="risk-history">
            {history.slice(1, 6).map((one) => (
              <li key={one.id}>
                {`${formatMoment(one.setAt, today)} ${riskLabel(one.rank, riskLevels)} · ${one.reason} · ${one.setBy}`}
              </li>
            ))}
          </ul>
        </FormRow>
      )}
      {error && <ErrorState error={error} what={t('risks.failed')} isTextSafe />}
    </SheetDialog>
  )
}
