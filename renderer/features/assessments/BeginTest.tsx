import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { client } from '#lib/client'
import { paths } from '#lib/paths'
import { useWho } from '#lib/student-header'
import { lacksOf, modesOf, MOST_FORMS, offersOf } from '#lib/test-choices'
import { useDraft } from '#lib/use-draft'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'
import { BeginForm } from './BeginForm.tsx'
import type { BeginDraft } from './BeginForm.tsx'
import { HandOver } from './HandOver.tsx'
import { InstrumentPicker } from './InstrumentPicker.tsx'
import { useBegin } from './use-begin.ts'
import { useHandOver } from './use-hand-over.ts'

const EMPTY: BeginDraft = { instrumentId: '', mode: '', purpose: '', also: [] }

type Props = { studentId: string; instrumentId?: string | undefined; onClose: () => void }

/** Which test, how, what for; it begins once the student knows and agrees. */
export function BeginTest({ studentId, instrumentId, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const { who } = useWho(studentId)
  const [empty] = useState(() => ({ ...EMPTY, instrumentId: instrumentId ?? '' }))
  const draft = useDraft('assessment', studentId, empty)
  /** Explained and agreed to: for which forms. */
  const [said, setSaid] = useState({ explained: '', agreed: '' })
  const [overFourteen, setOverFourteen] = useState(false)
  const [begun, setBegun] = useState<string[]>([])
  const { begin, isPending, error } = useBegin()
  const handOver = useHandOver(studentId, begun)
  const library = useQuery({ queryKey: ['instruments', 'list'], queryFn: () => client.instruments.list({}) })
  const choices = useQuery({
    queryKey: ['assessments', 'choices', studentId],
    queryFn: () => client.assessments.choices({ studentId }),
    refetchOnMount: 'always',
  })
  const { data: lines = [] } = useQuery({
    queryKey: ['assessments', 'of', studentId],
    queryFn: () => client.assessments.listByStudent({ studentId }),
  })
  const offers = offersOf(library.data ?? [], choices.data ?? [])
  const chosen = offers.find(({ id }) => id === draft.value.instrumentId) ?? offers[0]
  const paused = lines.find((line) => line.state === 'open' && line.instrumentId === chosen?.id)
  const modes = chosen ? modesOf(chosen.kind) : []
  const mode = modes.find((one) => one === draft.value.mode) ?? modes[0] ?? 'kiosk'
  const together = offers.filter(({ id }) => mode === 'kiosk' && id !== chosen?.id && draft.value.also.includes(id))
  const given = chosen ? [chosen, ...together.slice(0, MOST_FORMS - 1)] : []
  const lacks = lacksOf(given, overFourteen)
  const purpose = draft.value.purpose.trim()
  const forms = given.map(({ id }) => id).join(' ')
  const isExplained = said.explained === forms
  const isAgreed = said.agreed === forms

  const missing = [
    ...lacks.map(({ block, offer }) => t(`sheets.block.${block}`, { short: offer.short })),
    ...(purpose === '' ? [t('sheets.lacksPurpose')] : []),
    ...(isExplained ? [] : [t('sheets.lacksExplained')]),
    ...(isAgreed ? [] : [t('sheets.lacksAgreed')]),
  ]
  const start = async (urgent: boolean) => {
    const ids = await begin({
      studentId,
      instrumentIds: given.map(({ id }) => id),
      mode,
      purpose: purpose || t('sheets.purposes.safety'),
      overFourteen,
      urgent,
    })
    const [first] = ids ?? []
    if (!ids || !first) return
    await draft.discard().catch(() => undefined)
    if (mode === 'kiosk') return setBegun(ids)
    onClose()
    void navigate(paths.assessment(first))
  }

  if (begun.length > 0)
    return (
      <SheetDialog
        title={t('sheets.handOverTitle')}
        who={who}
        width={620}
        verb={t('sheets.handOver')}
        isBusy={handOver.isPending}
        onSubmit={handOver.start}
        onClose={onClose}
      >
        <HandOver handOver={handOver} />
      </SheetDialog>
    )
  const failure = library.error ?? choices.error
  return (
    <SheetDialog
      title={t('sheets.title')}
      who={who}
      width={980}
      verb={t(`sheets.begin.${mode}`)}
      isBusy={isPending}
      isDisabled={!chosen || missing.length > 0}
      foot={chosen && missing.length > 0 && t('sheets.missing', { list: missing.join(t('sheets.listSign')) })}
      extra={
        mode === 'interview' && (
          <Button danger loading={isPending} onClick={() => void start(true)}>
            {t('sheets.urgent')}
          </Button>
        )
      }
      onSubmit={() => void start(false)}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      {failure && (
        <ErrorState error={failure} onRetry={() => void Promise.all([library.refetch(), choices.refetch()])} />
      )}
      {choices.data && library.data && !chosen && <EmptyState title={t('sheets.noInstrument')} />}
      {chosen && (
        <div className="begin">
          <InstrumentPicker
            offers={offers}
            value={chosen.id}
            today={today}
            onChange={(instrumentId) => draft.change({ instrumentId, also: [] })}
          />
          <BeginForm
            studentId={studentId}
            offers={offers}
            given={given}
            mode={mode}
            modes={modes}
            draft={draft.value}
            ticks={{ isExplained, isAgreed, overFourteen }}
            lacks={lacks}
            paused={paused}
            onChange={draft.change}
            onExplained={(is) => setSaid((now) => ({ ...now, explained: is ? forms : '' }))}
            onAgreed={(is) => setSaid((now) => ({ ...now, agreed: is ? forms : '' }))}
            onOverFourteen={setOverFourteen}
            onClose={onClose}
          />
        </div>
      )}
      {error && <ErrorState error={error} what={t('sheets.beginFailed')} isTextSafe />}
    </SheetDialog>
  )
}
