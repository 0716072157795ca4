import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#contract/calendar'
import type { Round, RoundScope } from '#contract/screenings'
import { client } from '#lib/client'
import { useDialogs } from '#lib/dialogs'
import { usualStep } from '#lib/flag-severities'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { FlagRow } from './FlagRow.tsx'
import { InstrumentChoice } from './InstrumentChoice.tsx'
import { screeningQueries } from './queries.ts'
import { ScopeRow } from './ScopeRow.tsx'
import { useFlagSteps } from './use-flag-steps.ts'

/** A round mostly takes two school weeks. */
const USUAL_DAYS = 11
const BASES = ['forms', 'slips', 'meeting'] as const

type Props = { round: Round | null; onClose: () => void; onSaved?: (round: Round) => void }

/** A round is begun, or its facts are put right. Whom it is for and with which test stays as it was begun. */
export function RoundDialog({ round, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const ids = { name: useId(), basis: useId() }
  const { terms, currentTermId, today } = useWorkplace()
  const [id] = useState(() => crypto.randomUUID())
  const [instrumentId, setInstrumentId] = useState(round?.instrumentId ?? '')
  const [typedName, setTypedName] = useState(round?.name ?? null)
  const [startsOn, setStartsOn] = useState(round?.startsOn ?? today)
  const [typedEnd, setTypedEnd] = useState(round?.endsOn ?? null)
  const [scope, setScope] = useState<RoundScope | null>(round?.scope ?? { grades: [], classes: [] })
  const [consentBasis, setConsentBasis] = useState(round?.consentBasis ?? '')
  const [chosenSeverity, setSeverity] = useState<number | null | undefined>(round?.flagRule.severity)
  const { data: instruments = [] } = useQuery(screeningQueries.instruments())
  const steps = useFlagSteps(instrumentId)
  const isAbove = useDialogs(({ open }) => open !== null)
  const options = {
    invalidates: ['screenings'] as const,
    onSuccess: (saved: Round) => {
      onClose()
      onSaved?.(saved)
    },
  }
  const create = useWrite(client.screenings.create, options)
  const update = useWrite(client.screenings.update, options)

  const term = terms.find((one) => one.id === currentTermId)
  const short = instruments.find((one) => one.id === instrumentId)?.short
  const name = typedName ?? (short ? t('screenings.dialog.suggested', { term: term?.name ?? '', short }).trim() : '')
  const endsOn = typedEnd ?? addDays(startsOn, USUAL_DAYS)
  const severity = chosenSeverity === undefined ? usualStep(steps) : chosenSeverity
  const error = create.error ?? update.error
  const missing = instrumentId
    ? name.trim() === ''
      ? 'name'
      : endsOn < startsOn
        ? 'days'
        : scope === null
          ? 'scope'
          : consentBasis.trim() === ''
            ? 'consent'
            : null
    : 'instrument'
  const save = () => {
    if (missing !== null || scope === null) return
    const flagRule = { levels: round?.flagRule.levels ?? [], severity: steps.length === 0 ? null : severity }
    const fields = { name: name.trim(), startsOn, endsOn, flagRule, consentBasis: consentBasis.trim() }
    if (round) update.write({ roundId: round.id, ...fields })
    else create.write({ id, instrumentId, scope, ...fields })
  }
  return (
    <SheetDialog
      title={t(round ? 'screenings.edit' : 'screenings.new')}
      width={760}
      verb={t(round ? 'screenings.dialog.save' : 'screenings.dialog.create')}
      isBusy={create.isPending || update.isPending}
      isDisabled={missing !== null || isAbove}
      foot={missing && t(`screenings.dialog.missing.${missing}`)}
      onSubmit={save}
      onClose={onClose}
    >
      <FormRow label={t('screenings.dialog.instrument')}>
        {round ? (
          <div className="form-row-line">{round.short}</div>
        ) : (
          <InstrumentChoice
            instruments={instruments}
            value={instrumentId}
            onChange={(chosen) => {
              setInstrumentId(chosen)
              setSeverity(undefined)
            }}
          />
        )}
      </FormRow>
      <FormRow label={t('screenings.dialog.name')} htmlFor={ids.name}>
        <Input id={ids.name} maxLength={60} value={name} onChange={(event) => setTypedName(event.target.value)} />
      </FormRow>
      <FormRow label={t('screenings.dialog.days')} error={endsOn < startsOn && t('screenings.dialog.backwards')}>
        <div className="form-row-line">
          <DateField
            label={t('screenings.dialog.startsOn')}
            value={startsOn}
            onChange={(day) => day && setStartsOn(day)}
          />
          <span aria-hidden="true">–</span>
          <DateField
            label={t('screenings.dialog.endsOn')}
            value={endsOn}
            hasError={endsOn < startsOn}
            onChange={(day) => day && setTypedEnd(day)}
          />
        </div>
      </FormRow>
      {!round && <ScopeRow value={scope} onChange={setScope} />}
      <FormRow label={t('screenings.dialog.consent')} htmlFor={ids.basis} hint={t('screenings.dialog.consentHint')}>
        <Input
          id={ids.basis}
          maxLength={200}
          placeholder={t('screenings.dialog.consentPlaceholder')}
          value={consentBasis}
          onChange={(event) => setConsentBasis(event.target.value)}
        />
        <Chips
          label={t('screenings.dialog.consentExamples')}
          value={consentBasis}
          options={BASES.map((key) => {
            const label = t(`screenings.dialog.bases.${key}`)
            return { value: label, label }
          })}
          onChange={setConsentBasis}
        />
      </FormRow>
      {instrumentId && <FlagRow steps={steps} value={severity} onChange={setSeverity} />}
      {error && <ErrorState error={error} what={t('screenings.dialog.failed')} isTextSafe onRetry={save} />}
    </SheetDialog>
  )
}
