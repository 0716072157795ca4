import { Button, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AidAnswer, AidReferral } from '#contract/aid'
import { AID_ANSWERS } from '#contract/contact-tables'
import { client } from '#lib/client'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'

type Form = Omit<AidAnswer, 'state'> & { state: AidAnswer['state'] | null }
type Props = { referral: AidReferral; onAnswered: () => void }

/** What the office says: granted, not granted, or still at it until another day. */
export function AidAnswerPart({ referral, onAnswered }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const codes = useCodes()
  const { today } = useWorkplace()
  const { id: aidId, studentId, onDay } = referral
  const draft = useDraft<Form>('aid-answer', aidId, {
    state: null,
    answeredOn: onDay > today ? onDay : today,
    outcome: '',
    answerDue: null,
  })
  const { state, answeredOn, outcome, answerDue } = draft.value
  const { write, isPending, error } = useWrite(client.aid.answer, {
    invalidates: ['aid', 'students'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onAnswered()
    },
  })
  return (
    <>
      <h3>{t('aid.answerTitle')}</h3>
      <Chips
        label={t('aid.answerTitle')}
        value={state}
        options={codes('aidStates', AID_ANSWERS)}
        onChange={(chosen) => draft.change({ state: chosen })}
      />
      {state && (
        <>
          <div className="form-row-line">
            <div>
              <h3>{t('aid.answeredOn')}</h3>
              <DateField
                label={t('aid.answeredOn')}
                value={answeredOn}
                onChange={(day) => day !== null && draft.change({ answeredOn: day })}
              />
            </div>
            {state === 'waiting' && (
              <div>
                <h3>{t('aid.newDue')}</h3>
                <DateField
                  label={t('aid.newDue')}
                  isClearable
                  value={answerDue}
                  onChange={(day) => draft.change({ answerDue: day })}
                />
              </div>
            )}
          </div>
          <h3>
            <label htmlFor={id}>{t('aid.outcome')}</label>
          </h3>
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={2000}
            placeholder={t('aid.outcomeHint')}
            value={outcome}
            onChange={(event) => draft.change({ outcome: event.target.value })}
          />
          <div className="form-row-line">
            <Button
              type="primary"
              loading={isPending}
              onClick={() =>
                write({
                  aidId,
                  studentId,
                  fields: {
                    state,
                    answeredOn,
                    outcome: outcome.trim(),
                    answerDue: state === 'waiting' ? answerDue : null,
                  },
                })
              }
            >
              {t('aid.answer')}
            </Button>
          </div>
        </>
      )}
      {error && <ErrorState error={error} what={t('aid.failed')} isTextSafe />}
    </>
  )
}
