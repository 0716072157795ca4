import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Chips } from '#ui/Chips'
import { nextBand, type BandDraft, type PlacedFlaw, type ScaleDraft } from '#lib/cut-lines'

const SEVERITIES = [0, 1, 2, 3, 4] as const
type Props = {
  title: string
  scale: ScaleDraft
  flaws: readonly PlacedFlaw[]
  onChange: (scale: ScaleDraft) => void
}

/** The lines of one scale, from the lowest score to the highest. */
export function ScaleCuts({ title, scale, flaws, onChange }: Props) {
  const { t } = useTranslation()
  const setLine = (at: number, part: Partial<BandDraft>) =>
    onChange({ ...scale, bands: scale.bands.map((band, line) => (line === at ? { ...band, ...part } : band)) })
  const wordsOf = (line: number | null) =>
    flaws
      .filter((flaw) => flaw.line === line && flaw.kind !== 'empty')
      .map((flaw) => t(`thresholds.flaws.${flaw.kind}`, { ...flaw }))
  return (
    <fieldset className="cut-scale">
      <legend>{title}</legend>
      <div className="cut-line">
        <span className="field-hint">{t('thresholds.range')}</span>
        <Figure label={t('thresholds.min')} value={scale.min} onChange={(min) => onChange({ ...scale, min })} />
        <span aria-hidden="true">–</span>
        <Figure label={t('thresholds.max')} value={scale.max} onChange={(max) => onChange({ ...scale, max })} />
        <Button size="small" onClick={() => onChange({ ...scale, bands: [...scale.bands, nextBand(scale)] })}>
          {t('thresholds.addLine')}
        </Button>
      </div>
      <Flaws words={wordsOf(null)} />
      {scale.bands.map((band, line) => (
        <div key={line}>
          <div className="cut-line">
            <Figure label={t('thresholds.from')} value={band.from} onChange={(from) => setLine(line, { from })} />
            <span aria-hidden="true">–</span>
            <Figure label={t('thresholds.to')} value={band.to} onChange={(to) => setLine(line, { to })} />
            <Input
              aria-label={t('thresholds.label')}
              className="cut-label"
              placeholder={t('thresholds.labelHint')}
              maxLength={60}
              value={band.label}
              onChange={(event) => setLine(line, { label: event.target.value })}
            />
            <Chips
              label={t('thresholds.severity')}
              value={band.severity}
              options={SEVERITIES.map((value) => ({
                value,
                label: t(`thresholds.severities.${value}`),
              }))}
              onChange={(severity) => setLine(line, { severity })}
            />
            <Button
              type="text"
              size="small"
              onClick={() => onChange({ ...scale, bands: scale.bands.filter((_, at) => at !== line) })}
            >
              {t('thresholds.remove')}
            </Button>
          </div>
          <Flaws words={wordsOf(line)} />
        </div>
      ))}
    </fieldset>
  )
}

function Figure({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Input
      aria-label={label}
      className="cut-figure"
      inputMode="decimal"
      maxLength={8}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function Flaws({ words }: { words: readonly string[] }) {
  return words.map((flaw) => (
    <div key={flaw} className="field-error" role="alert">
      {flaw}
    </div>
  ))
}
