import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScoreEntry } from '#contract/instrument-file'
import { bothIn } from '#lib/both'
import { client } from '#lib/client'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { currentLanguage } from '#lib/words'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { draftOf, figureOf, flawsOf, thresholdsOf, type CutsDraft, type ScaleDraft } from '#lib/cut-lines'
import { ScaleCuts } from './ScaleCuts.tsx'

/** Per scale: from where to where, and what each part is called; nothing is saved while a score falls between two lines. */
export function ThresholdsForm({ file, onClose }: { file: ScoreEntry; onClose: () => void }) {
  const { t } = useTranslation()
  const voidId = useId()
  const [start] = useState((): CutsDraft => draftOf(file))
  const draft = useDraft(`thresholds ${file.id.slice(0, 29)}`, '', start)
  const { scales, voidFrom } = draft.value
  const save = useWrite(client.instruments.saveThresholds, {
    invalidates: ['instruments', 'assessments'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const validity = file.scales.find(({ id }) => id === (file.voidWhen?.scale ?? 'validity'))
  const isVoidWrong = voidFrom.trim() !== '' && figureOf(voidFrom) === null
  const flaws = scales.flatMap(flawsOf)
  const empty = flaws.filter(({ kind }) => kind === 'empty').length
  const wrong = flaws.length - empty + (isVoidWrong ? 1 : 0)
  const hasBands = scales.some(({ bands }) => bands.length > 0)
  const missing = !hasBands
    ? t('thresholds.lacks')
    : wrong > 0
      ? t('thresholds.wrong', { n: wrong })
      : empty > 0
        ? t('thresholds.unfilled', { n: empty })
        : undefined
  const change = (scale: ScaleDraft) =>
    draft.change({ scales: scales.map((one) => (one.id === scale.id ? scale : one)) })
  return (
    <SheetDialog
      title={t('thresholds.title')}
      who={{ name: file.title.short, facts: bothIn(currentLanguage(), file.title) }}
      width={860}
      verb={t('thresholds.save')}
      isBusy={save.isPending}
      isDisabled={missing !== undefined}
      foot={missing}
      onSubmit={() =>
        save.write({ instrumentId: file.id, scales: thresholdsOf(draft.value), voidFrom: figureOf(voidFrom) })
      }
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <p className="field-hint">{t('thresholds.what')}</p>
      {validity && (
        <FormRow
          label={t('thresholds.void')}
          htmlFor={voidId}
          hint={t('thresholds.voidHint', { scale: bothIn(currentLanguage(), validity.title) })}
          error={isVoidWrong && t('thresholds.flaws.number')}
        >
          <Input
            id={voidId}
            className="cut-figure"
            inputMode="decimal"
            maxLength={8}
            value={voidFrom}
            onChange={(event) => draft.change({ voidFrom: event.target.value })}
          />
        </FormRow>
      )}
      {scales.map((scale) => {
        const known = file.scales.find(({ id }) => id === scale.id)
        return (
          <ScaleCuts
            key={scale.id}
            title={known ? bothIn(currentLanguage(), known.title) : scale.id}
            scale={scale}
            flaws={flaws.filter(({ scaleId }) => scaleId === scale.id)}
            onChange={change}
          />
        )
      })}
      {save.error && <ErrorState error={save.error} what={t('thresholds.failed')} isTextSafe />}
    </SheetDialog>
  )
}
