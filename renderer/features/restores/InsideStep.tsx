import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import { formatDate, formatMoment } from '#lib/format'
import { Tag } from '#ui/Tag'
import type { StepProps } from './restore-state.ts'
import { WizardFoot } from './WizardFoot.tsx'

const COUNTED = ['students', 'cases', 'visits', 'notes', 'crises', 'referrals', 'assessments'] as const

/** What is in the backup, beside what is on this computer now. */
export function InsideStep({ state, change, onBack, hasRecords }: StepProps & { hasRecords: boolean }) {
  const { t } = useTranslation()
  const { opened, chosen } = state
  if (!opened) return null
  const madeAt = formatMoment(localOf(opened.madeAt), '')
  const isWhole = opened.damagedPages === 0
  const now = () => {
    if (!hasRecords) return t('restores.inside.nowNothing')
    if (chosen?.sameVault === true) return t('restores.inside.nowSame', { madeAt })
    return t(chosen?.sameVault === false ? 'restores.inside.nowOther' : 'restores.inside.nowUnknown')
  }
  return (
    <>
      <p className="restore-lead">{t('restores.inside.lead')}</p>
      <dl className="inside">
        <dt>{t('restores.inside.school')}</dt>
        <dd>
          <strong>{opened.school}</strong>
        </dd>
        <dt>{t('restores.inside.madeAt')}</dt>
        <dd>
          <strong>{madeAt}</strong> <Tag>{t(`restores.inside.${opened.opensWith}`)}</Tag>
          {isWhole && <Tag tone="green">{t('restores.inside.good')}</Tag>}
        </dd>
        <dt>{t('restores.inside.newestVisit')}</dt>
        <dd>{opened.newestVisitOn ? formatDate(opened.newestVisitOn, '') : t('restores.inside.none')}</dd>
        <dt>{t('restores.inside.newestNote')}</dt>
        <dd>{opened.newestNoteAt ? formatMoment(localOf(opened.newestNoteAt), '') : t('restores.inside.none')}</dd>
        <dt>{t('restores.inside.counts')}</dt>
        <dd className="inside-counts">
          {COUNTED.map((kind) => (
            <span key={kind}>
              <b>{opened.counts[kind]}</b> {t(`restores.inside.${kind}`)}
            </span>
          ))}
        </dd>
        <dt>{t('restores.inside.now')}</dt>
        <dd>{now()}</dd>
      </dl>
      {!isWhole && (
        <p className="restore-bad" role="alert">
          {t('restores.inside.bad', { n: opened.damagedPages })}
        </p>
      )}
      <WizardFoot
        onBack={onBack}
        canGoOn={isWhole}
        verb={t('restores.inside.go')}
        onNext={() => change({ step: 'confirm' })}
      />
    </>
  )
}
