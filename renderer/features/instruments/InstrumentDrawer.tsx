import type { TFunction } from 'i18next'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bothIn } from '#lib/both'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { licenceKind } from '#lib/licence-kind'
import { useWrite } from '#lib/use-write'
import { currentLanguage } from '#lib/words'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'
import { Tag } from '#ui/Tag'
import { Competences } from './Competences.tsx'
import { Facts } from './Facts.tsx'
import { ItemsPart } from './ItemsPart.tsx'
import { RightsPart } from './RightsPart.tsx'
import { ScoringPart } from './ScoringPart.tsx'
import { SourcesPart } from './SourcesPart.tsx'
import { instrumentQueries } from './queries.ts'

type Props = { instrumentId: string; onCut: (instrumentId: string) => void; onClose: () => void }

/** Everything that is known of one instrument: terms, wording, scoring, questions, sources, who may give it. */
export function InstrumentDrawer({ instrumentId, onCut, onClose }: Props) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { data, error, refetch } = useQuery(instrumentQueries.file(instrumentId))
  const [isRetiring, setRetiring] = useState(false)
  const retire = useWrite(client.instruments.retire, {
    invalidates: ['instruments', 'assessments'],
    onSuccess: () => setRetiring(false),
  })
  const summary = data?.summary
  const file = data?.file
  return (
    <Drawer
      open
      size={680}
      title={summary ? `${summary.short}　${bothIn(language, summary.title)}` : t('instruments.opening')}
      onClose={onClose}
      className="instrument-drawer"
      footer={
        summary && (
          <div className="instrument-actions">
            {summary.kind === 'score-entry' && (
              <Button onClick={() => onCut(instrumentId)}>{t('instruments.setCuts')}</Button>
            )}
            {summary.retired ? (
              <Button loading={retire.isPending} onClick={() => retire.write({ instrumentId, retired: false })}>
                {t('instruments.restore')}
              </Button>
            ) : (
              <Button onClick={() => setRetiring(true)}>{t('instruments.retire')}</Button>
            )}
            {!summary.withheld && (
              <Button
                type={summary.competence ? 'default' : 'primary'}
                onClick={() => openDialog({ kind: 'competence', instrumentId })}
              >
                {t('instruments.recordCompetence')}
              </Button>
            )}
          </div>
        )
      }
    >
      {error && <ErrorState error={error} what={t('instruments.failed')} onRetry={() => void refetch()} />}
      {summary && file && (
        <>
          <div className="instrument-tags">
            <Tag tone="blue">{t(`instruments.kinds.${summary.kind}`)}</Tag>
            <Tag tone={licenceKind(summary.license.verdict) === 'non-commercial' ? 'amber' : 'plain'}>
              {t(`instruments.licences.${licenceKind(summary.license.verdict)}`)}
            </Tag>
            <Tag tone={summary.zhText === 'official' ? 'green' : 'amber'}>
              {t(`codes.zhTexts.${summary.zhText}`, summary.zhText)}
            </Tag>
            {summary.retired && <Tag>{t('instruments.retired')}</Tag>}
            {!summary.thresholdsSet && <Tag tone="amber">{t('instruments.lacksCuts')}</Tag>}
          </div>
          {summary.withheld && <p className="instrument-notice">{t('instruments.withheldWhy')}</p>}
          <Facts
            facts={[
              [t('instrument-parts.facts.version'), summary.version],
              [t('instrument-parts.facts.timeframe'), bothIn(language, summary.timeframe)],
              [t('instrument-parts.facts.ages'), agesText(t, summary.ageMin, summary.ageMax, summary.ageNote)],
              [
                t('instrument-parts.facts.length'),
                t(summary.kind === 'score-entry' ? 'instruments.scales' : 'instruments.items', {
                  n: summary.itemCount,
                }),
              ],
              [t('instrument-parts.facts.origin'), t(`instruments.originFacts.${summary.origin}`)],
            ]}
          />
          <h3>{t('instrument-parts.titles.competence')}</h3>
          {!summary.competence && !summary.withheld && <p className="field-hint">{t('instruments.notCompetent')}</p>}
          <Competences instrumentId={instrumentId} />
          <RightsPart file={file} />
          <ScoringPart file={file} />
          {file.kind !== 'score-entry' && !summary.withheld && <ItemsPart form={file} />}
          <SourcesPart sources={file.sources} />
        </>
      )}
      {isRetiring && summary && (
        <ConfirmDialog
          title={t('instruments.retireTitle', { short: summary.short })}
          verb={t('instruments.retire')}
          isBusy={retire.isPending}
          onConfirm={() => retire.write({ instrumentId, retired: true })}
          onCancel={() => setRetiring(false)}
        >
          <p>{t('instruments.retireHint')}</p>
          {retire.error && <ErrorState error={retire.error} />}
        </ConfirmDialog>
      )}
    </Drawer>
  )
}

function agesText(t: TFunction, min: number | null, max: number | null, note: string): string {
  const span =
    min === null
      ? max === null
        ? ''
        : t('instruments.agesTo', { max })
      : max === null
        ? t('instruments.agesFrom', { min })
        : t('instruments.agesSpan', { min, max })
  return [span, note].filter(Boolean).join(' · ')
}
