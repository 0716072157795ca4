import { Checkbox, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNELS, SOURCES, VISITORS } from '#contract/code-tables'
import type { VisitFields } from '#contract/visits'
import { useCodes } from '#lib/use-codes'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'
import { PlaceRow } from './PlaceRow.tsx'
import { ProblemPicker } from './ProblemPicker.tsx'

export type Facts = Omit<VisitFields, 'bookedFor' | 'arrivedAt' | 'endedAt'>
type Props = {
  facts: Facts
  hasDoorRule: boolean
  /** Who receives is not for whoever sits here to say. */
  isReceiverFixed?: boolean
  onChange: (part: Partial<Facts>) => void
}

/** The rows of 来访登记 that do not depend on time. */
export function VisitFacts({ facts, hasDoorRule, isReceiverFixed = false, onChange }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  const { accounts } = useWorkplace()
  const may = useMay()
  const requestId = useId()
  const receivers = accounts.filter((account) => account.roles.includes('counselor'))

  return (
    <>
      {hasDoorRule && (
        <FormRow label={t('visits.door')}>
          <Checkbox
            checked={facts.doorOpen ?? false}
            onChange={(event) => onChange({ doorOpen: event.target.checked })}
          >
            {t('visits.doorOpen')}
          </Checkbox>
        </FormRow>
      )}
      <FormRow label={t('visits.source')}>
        <Chips
          label={t('visits.source')}
          value={facts.source}
          options={codes('sources', SOURCES)}
          onChange={(source) => onChange({ source })}
        />
      </FormRow>
      {may('notes.get') && (
        <>
          <FormRow label={t('visits.problem')}>
            <ProblemPicker
              primaryProblem={facts.primaryProblem}
              otherProblems={facts.otherProblems}
              onChange={onChange}
            />
          </FormRow>
          <FormRow label={t('visits.request')} htmlFor={requestId}>
            <Input.TextArea
              id={requestId}
              autoSize={{ minRows: 2, maxRows: 5 }}
              maxLength={1000}
              placeholder={t('visits.requestHint')}
              value={facts.request}
              onChange={(event) => onChange({ request: event.target.value })}
            />
          </FormRow>
        </>
      )}
      <FormRow label={t('visits.channel')}>
        <Chips
          label={t('visits.channel')}
          value={facts.channel}
          options={codes('channels', CHANNELS)}
          onChange={(channel) => onChange({ channel })}
        />
      </FormRow>
      <FormRow label={t('visits.visitor')}>
        <Chips
          label={t('visits.visitor')}
          value={facts.visitor}
          options={codes('visitors', VISITORS)}
          onChange={(visitor) => onChange({ visitor })}
        />
      </FormRow>
      <PlaceRow place={facts.place} onChange={(place) => onChange({ place })} />
      {receivers.length > 1 && !isReceiverFixed && (
        <FormRow label={t('visits.receiver')}>
          <Chips
            label={t('visits.receiver')}
            value={facts.receiverId}
            options={receivers.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(receiverId) => onChange({ receiverId })}
          />
        </FormRow>
      )}
    </>
  )
}
