import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { OBSERVATION_OUTCOMES } from '#contract/contact-tables'
import type { Observation } from '#contract/observations'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { formatDate, formatMoment } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { whoseQuery } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { FactList } from '#ui/FactList'
import { SideSheet } from '#ui/SideSheet'
import { UnopenedSheet } from '#ui/UnopenedSheet'
import { observationQueries } from './queries.ts'

/** One observation and what comes of it. */
export function ObservationSheet({ request, onClose }: DialogProps<DialogOf<'observation-sheet'>>) {
  const { t } = useTranslation()
  const { data, error } = useQuery(observationQueries.one(request.observationId))
  const { who } = useWho(request.studentId)
  if (!data)
    return (
      <UnopenedSheet
        title={t('observations.title')}
        who={who}
        studentId={request.studentId}
        error={error}
        what={t('observations.openFailed')}
        onClose={onClose}
      />
    )
  return <OpenObservation observation={data} who={who} onClose={onClose} />
}

type Outcome = (typeof OBSERVATION_OUTCOMES)[number]
/** Outcomes that are said in words; the others come with what they lead to. */
const SAID: readonly Outcome[] = ['teacher-watches', 'declined', 'no-need']

type Props = { observation: Observation; who: ReturnType<typeof useWho>['who']; onClose: () => void }
function OpenObservation({ observation, who, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const { today } = useWorkplace()
  const [isRemoving, setRemoving] = useState(false)
  const { id: observationId, studentId } = observation
  const changed = { invalidates: ['observations', 'students'] } as const
  const settle = useWrite(client.observations.settle, changed)
  const remove = useWrite(client.observations.remove, { ...changed, onSuccess: onClose })
  const { data: whose } = useQuery(whoseQuery({ subject: 'observation', id: observationId }))
  const mayWrite = may('observations.settle') && whose?.mayWrite === true
  const isWaiting = observation.state === 'open'
  const toCrisis = () => {
    if (mayWrite) settle.write({ observationId, studentId, outcome: 'crisis', note: '', bookingId: null })
    openDialog({ kind: 'crisis', studentId })
  }
  return (
    <SideSheet
      title={t('observations.sheetNo', { no: observation.no })}
      who={who}
      onClose={onClose}
      foot={
        <>
          <Button type="text" onClick={() => void navigate(paths.print('observation', observationId))}>
            {t('observations.print')}
          </Button>
          {mayWrite && (
            <Button type="text" onClick={() => setRemoving(true)}>
              {t('observations.remove')}
            </Button>
          )}
          {isWaiting && may('crises.open') && (
            <Button danger onClick={toCrisis}>
              {t('observations.toCrisis')}
            </Button>
          )}
          {mayWrite && isWaiting && (
            <>
              <Button
                onClick={() => openDialog({ kind: 'acceptance', studentId, settles: { observation: observationId } })}
              >
                {t('observations.toRequest')}
              </Button>
              <Button onClick={() => openDialog({ kind: 'wait', studentId, observation: observationId })}>
                {t('observations.toWaiting')}
              </Button>
              <Button
                type="primary"
                onClick={() => openDialog({ kind: 'visit', studentId, settles: { observation: observationId } })}
              >
                {t('observations.toVisit')}
              </Button>
            </>
          )}
        </>
      }
    >
      <FactList
        facts={[
          [
            t('observations.reporter'),
            [
              observation.reporter,
              t(`codes.reporters.${observation.reporterRole}`),
              formatDate(observation.observedOn, today),
            ].join(' · '),
          ],
          [
            t('observations.signs'),
            observation.signs.map((sign) => t(`codes.observationSigns.${sign}`)).join(t('observations.comma')),
          ],
          [t('observations.text'), observation.text],
          [t('observations.doneAlready'), observation.doneAlready],
          [t('observations.urgency'), t(`codes.urgencies.${observation.urgency}`)],
          [
            t('observations.outcome'),
            observation.outcome &&
              [
                t(`codes.observationOutcomes.${observation.outcome}`),
                observation.outcomeAt && formatMoment(observation.outcomeAt, today),
              ].join(' · '),
          ],
          [t('observations.outcomeNote'), observation.outcomeNote],
        ]}
      />
      {whose?.holder && !whose.mayWrite && (
        <p className="field-hint" role="note">
          {t('observations.ofColleague', { name: whose.holder.name })}
        </p>
      )}
      {mayWrite && isWaiting && <SaidOutcome observation={observation} />}
      <EarlierButton record="observation" recordId={observationId} studentId={studentId} />
      {settle.error && <ErrorState error={settle.error} what={t('observations.keepFailed')} isTextSafe />}
      {isRemoving && (
        <ConfirmDialog
          title={t('observations.removeTitle')}
          verb={t('observations.remove')}
          reasonLabel={t('observations.removeReason')}
          isBusy={remove.isPending}
          error={remove.error}
          onConfirm={(reason) => remove.write({ observationId, studentId, reason })}
          onCancel={() => setRemoving(false)}
        />
      )}
    </SideSheet>
  )
}

function SaidOutcome({ observation }: { observation: Observation }) {
  const { t } = useTranslation()
  const id = useId()
  const codes = useCodes()
  const draft = useDraft('observation-outcome', observation.id, { outcome: null as Outcome | null, note: '' })
  const { write, isPending, error } = useWrite(client.observations.settle, {
    invalidates: ['observations', 'students'],
    onSuccess: () => void draft.discard().catch(() => undefined),
  })
  const { outcome, note } = draft.value
  return (
    <>
      <h3>{t('observations.elsewise')}</h3>
      <Chips
        label={t('observations.outcome')}
        value={outcome}
        options={codes('observationOutcomes', SAID)}
        onChange={(chosen) => draft.change({ outcome: chosen })}
      />
      {outcome && (
        <>
          <h3>
            <label htmlFor={id}>{t('observations.outcomeNote')}</label>
          </h3>
          <Input.TextArea
            id={id}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={2000}
            value={note}
            onChange={(event) => draft.change({ note: event.target.value })}
          />
          <div className="form-row-line">
            <Button
              loading={isPending}
              onClick={() =>
                write({
                  observationId: observation.id,
                  studentId: observation.studentId,
                  outcome,
                  note: note.trim(),
                  bookingId: null,
                })
              }
            >
              {t('observations.settle')}
            </Button>
          </div>
        </>
      )}
      {error && <ErrorState error={error} what={t('observations.keepFailed')} isTextSafe />}
    </>
  )
}
