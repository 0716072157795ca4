import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Instrument, Questionnaire, ScoreEntry } from '#contract/instrument-file'
import { bothIn } from '#lib/both'
import { halfIn } from '#lib/halves'
import { currentLanguage } from '#lib/words'
import { Tag, type TagTone } from '#ui/Tag'
import { Facts } from './Facts.tsx'
import { phraseIn } from './phrases.ts'

const TONES: readonly TagTone[] = ['green', 'plain', 'amber', 'amber', 'red']

/** How it is scored, in words: scales, bands, what is missing, what is critical, what makes a sheet void. */
export function ScoringPart({ file }: { file: Instrument }) {
  const { t } = useTranslation()
  return (
    <section>
      <h3>{t('instruments.parts.scoring')}</h3>
      {file.scales.map((scale) => (
        <ScaleWords key={scale.id} file={file} scale={scale} />
      ))}
      <RuleWords file={file} />
      <p className="instrument-interpretation">{bothIn(currentLanguage(), file.interpretation)}</p>
    </section>
  )
}

function ScaleWords({ file, scale }: { file: Instrument; scale: Instrument['scales'][number] }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const facts = [
    t('instruments.range', { min: scale.min, max: scale.max }),
    'method' in scale && methodWords(t, scale.method, scale.items.length),
    t(`instruments.higherIs.${scale.higherIs}`),
    !scale.primary && t('instruments.secondary'),
  ]
  return (
    <div className="instrument-scale">
      <strong>{bothIn(language, scale.title)}</strong>{' '}
      <span className="field-hint">{facts.filter(Boolean).join(' · ')}</span>
      {scale.bands.length > 0 && (
        <ul className="instrument-bands">
          {scale.bands.map((band) => (
            <li key={band.id}>
              <Tag tone={TONES[band.severity] ?? 'plain'}>
                {band.from === band.to ? band.from : `${band.from}–${band.to}`}
              </Tag>{' '}
              {bothIn(language, band)} {band.source && <span className="instrument-grade">{band.source}</span>}
            </li>
          ))}
        </ul>
      )}
      {scale.cutpoints.map((cut) => (
        <div key={`${cut.when} ${cut.ages?.join() ?? ''}`} className="field-hint">
          {phraseIn(file, cut.when, t)}
          {t('instruments.colon')}
          {bothIn(language, cut)} {cut.source}
        </div>
      ))}
      {'alternates' in scale &&
        scale.alternates.map((other) => (
          <div key={other.id} className="field-hint">
            {t('instruments.alternate', { label: bothIn(language, other), min: other.min, max: other.max })}
          </div>
        ))}
      {scale.change && (
        <div className="field-hint">
          {t('instruments.change', { points: scale.change.points })}
          {t('instruments.colon')}
          {bothIn(language, scale.change)}
        </div>
      )}
    </div>
  )
}

const methodWords = (t: TFunction, method: string, n: number): string => {
  const [name = '', factor] = method.split('*')
  return factor ? t('instruments.methods.times', { n, factor }) : t(`instruments.methods.${name}`, { n })
}

function RuleWords({ file }: { file: Instrument }) {
  return file.kind === 'score-entry' ? <VoidRule file={file} /> : <SheetRules form={file} />
}

function VoidRule({ file }: { file: ScoreEntry }) {
  const { t } = useTranslation()
  const { voidWhen } = file
  const scale = file.scales.find(({ id }) => id === voidWhen?.scale)
  const rule =
    voidWhen && scale
      ? t('instruments.voidRule', {
          scale: bothIn(currentLanguage(), scale.title),
          when: phraseIn(file, voidWhen.when, t),
        })
      : ''
  return <Facts facts={[[t('instruments.facts.validity'), rule]]} />
}

function SheetRules({ form }: { form: Questionnaire }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { missing, validity, advice, triage, items } = form
  const missingRule = missing.rule
    ? halfIn(language, missing.rule)
    : t(`instruments.missing.${missing.method}`, { n: missing.maxMissing })
  const critical = items.flatMap((item, index) =>
    item.critical
      ? [
          [
            t('instruments.question', { n: index + 1 }),
            phraseIn(form, item.critical.when, t),
            t(`codes.urgenciesInPerson.${item.critical.urgency}`),
          ].join(' '),
        ]
      : [],
  )
  const levels = triage?.rules.map(
    ({ level, if: when }) => `${level ?? t('instruments.noLevel')} ← ${phraseIn(form, when, t)}`,
  )
  return (
    <Facts
      facts={[
        [t('instruments.facts.missing'), missingRule],
        [t('instruments.facts.critical'), critical.join(t('instruments.and'))],
        [t('instruments.facts.triage'), levels?.join('\n') ?? ''],
        [
          t('instruments.facts.validity'),
          validity?.checks.map((check) => bothIn(language, check)).join(t('instruments.and')) ?? '',
        ],
        [t('instruments.facts.advice'), advice.map((one) => bothIn(language, one)).join(t('instruments.and'))],
      ]}
    />
  )
}
