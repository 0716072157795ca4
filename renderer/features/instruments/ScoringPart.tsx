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
      <h3>{t('instrument-parts.titles.scoring')}</h3>
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
    t('instrument-parts.range', { min: scale.min, max: scale.max }),
    'method' in scale && methodWords(t, scale.method, scale.items.length),
    t(`instrument-parts.higherIs.${scale.higherIs}`),
    !scale.primary && t('instrument-parts.secondary'),
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
          {t('instrument-parts.colon')}
          {bothIn(language, cut)} {cut.source}
        </div>
      ))}
      {'alternates' in scale &&
        scale.alternates.map((other) => (
          <div key={other.id} className="field-hint">
            {t('instrument-parts.alternate', { label: bothIn(language, other), min: other.min, max: other.max })}
          </div>
        ))}
      {scale.change && (
        <div className="field-hint">
          {t('instrument-parts.change', { points: scale.change.points })}
          {t('instrument-parts.colon')}
          {bothIn(language, scale.change)}
        </div>
      )}
    </div>
  )
}

const methodWords = (t: TFunction, method: string, n: number): string => {
  const [name = '', factor] = method.split('*')
  return factor ? t('instrument-parts.methods.times', { n, factor }) : t(`instrument-parts.methods.${name}`, { n })
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
      ? t('instrument-parts.voidRule', {
          scale: bothIn(currentLanguage(), scale.title),
          when: phraseIn(file, voidWhen.when, t),
        })
      : ''
  return <Facts facts={[[t('instrument-parts.facts.validity'), rule]]} />
}

function SheetRules({ form }: { form: Questionnaire }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { missing, validity, advice, triage, items } = form
  const missingRule = missing.rule
    ? halfIn(language, missing.rule)
    : t(`instrument-parts.missing.${missing.method}`, { n: missing.maxMissing })
  const critical = items.flatMap((item, index) =>
    item.critical
      ? [
          [
            t('instrument-parts.question', { n: index + 1 }),
            phraseIn(form, item.critical.when, t),
            t(`codes.urgenciesInPerson.${item.critical.urgency}`),
          ].join(' '),
        ]
      : [],
  )
  const levels = triage?.rules.map(
    ({ level, if: when }) => `${level ?? t('instrument-parts.noLevel')} ← ${phraseIn(form, when, t)}`,
  )
  return (
    <Facts
      facts={[
        [t('instrument-parts.facts.missing'), missingRule],
        [t('instrument-parts.facts.critical'), critical.join(t('instrument-parts.and'))],
        [t('instrument-parts.facts.triage'), levels?.join('\n') ?? ''],
        [
          t('instrument-parts.facts.validity'),
          validity?.checks.map((check) => bothIn(language, check)).join(t('instrument-parts.and')) ?? '',
        ],
        [
          t('instrument-parts.facts.advice'),
          advice.map((one) => bothIn(language, one)).join(t('instrument-parts.and')),
        ],
      ]}
    />
  )
}
