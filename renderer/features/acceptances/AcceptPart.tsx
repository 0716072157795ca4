import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Acceptance } from '#contract/acceptances'
import { client } from '#lib/client'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'

const EMPTY = { stands: null as 'yes' | 'no' | null, objection: '' }
/** Why it cannot be taken on by whoever tries. */
const REFUSALS = ['not-assigned', 'assigned-elsewhere', 'is-accepted', 'is-declined']

/** 接下: what was promised before is agreed to or objected to; what was assigned can be given back. */
export function AcceptPart({ acceptance }: { acceptance: Acceptance }) {
  const { t } = useTranslation()
  const { me } = useWorkplace()
  const [isReturning, setReturning] = useState(false)
  const { id: acceptanceId, studentId, promises, openCase, assignedTo } = acceptance
  const draft = useDraft('acceptance-answer', acceptanceId, EMPTY)
  const { stands, objection } = draft.value
  const changed = { invalidates: ['acceptances', 'students', 'cases'] } as const
  const accept = useWrite(client.acceptances.accept, {
    ...changed,
    onSuccess: () => void draft.discard().catch(() => undefined),
  })
  const giveBack = useWrite(client.acceptances.giveBack, { ...changed, onSuccess: () => setReturning(false) })
  const isAsked = promises.trim() !== ''
  const lacks =
    isAsked && stands === null
      ? t('acceptances.lacksAnswer')
      : stands === 'no' && objection.trim() === ''
        ? t('acceptances.lacksObjection')
        : null
  const reason = accept.error?.data.reason ?? ''
  return (
    <>
      {isAsked && (
        <>
          <h3>{t('acceptances.doPromisesStand')}</h3>
          <Chips
            label={t('acceptances.doPromisesStand')}
            value={stands}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`acceptances.stand.${value}`) }))}
            onChange={(chosen) => draft.change({ stands: chosen })}
          />
          {stands === 'no' && (
            <Input.TextArea
              aria-label={t('acceptances.objection')}
              autoFocus
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={2000}
              placeholder={t('acceptances.objectionHint')}
              value={objection}
              onChange={(event) => draft.change({ objection: event.target.value })}
            />
          )}
        </>
      )}
      {openCase && (
        <p className="field-hint">
          {t(openCase.isMine ? 'acceptances.goesIntoMine' : 'acceptances.staysHers', { name: openCase.counselor })}
        </p>
      )}
      <div className="form-row-line acceptance-step">
        <Button
          type="primary"
          loading={accept.isPending}
          disabled={lacks !== null || !draft.isReady}
          onClick={() =>
            accept.write({
              acceptanceId,
              studentId,
              promisesStand: stands === null ? null : stands === 'yes',
              objection: objection.trim(),
            })
          }
        >
          {t('acceptances.accept')}
        </Button>
        {acceptance.state === 'assigned' && assignedTo?.id === me.id && (
          <Button onClick={() => setReturning(true)}>{t('acceptances.giveBack')}</Button>
        )}
        {lacks && <span className="field-hint">{lacks}</span>}
      </div>
      {accept.error && (
        <ErrorState
          error={accept.error}
          what={t(REFUSALS.includes(reason) ? `acceptances.refused.${reason}` : 'acceptances.acceptFailed')}
          isTextSafe
        />
      )}
      {isReturning && (
        <ConfirmDialog
          title={t('acceptances.giveBackTitle')}
          verb={t('acceptances.giveBack')}
          reasonLabel={t('acceptances.giveBackReason')}
          isBusy={giveBack.isPending}
          error={giveBack.error}
          onConfirm={(because) => giveBack.write({ acceptanceId, studentId, reason: because })}
          onCancel={() => setReturning(false)}
        />
      )}
    </>
  )
}
