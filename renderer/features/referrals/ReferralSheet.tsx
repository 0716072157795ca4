import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { Referral } from '#contract/referrals'
import { formatDate, formatMoment } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { Panel } from '#ui/Panel'

/** The referral and its slip as they were written. */
export function ReferralSheet({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { slip } = referral
  const moment = (at: string | null) => at && formatMoment(at, today)
  const day = (on: string | null) => on && formatDate(on, today)
  const join = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')
  return (
    <div className="referral-page">
      <Panel title={t('referrals.title')}>
        <Facts
          facts={[
            [
              t('referrals.kind'),
              join(
                t(`codes.referralKinds.${referral.kind}`),
                t(`codes.urgencies.${referral.urgency}`),
                moment(referral.referredAt),
                referral.referredBy,
              ),
            ],
            [t('referrals.reason'), referral.reason],
            [t('referrals.doneSoFar'), referral.doneSoFar],
            [t('referrals.options'), referral.options.join('\n')],
            [t('referrals.choice'), referral.choice],
            [
              t('referrals.institution'),
              join(t(`codes.institutions.${referral.institutionKind}`), referral.institution, referral.department),
            ],
            [t('referrals.clientView'), referral.clientView],
            [
              t('referrals.guardian'),
              [
                join(
                  t(`codes.guardianAnswers.${referral.guardianAnswer}`),
                  referral.guardianName,
                  moment(referral.guardianInformedAt),
                ),
                referral.guardianWords,
              ]
                .filter(Boolean)
                .join('\n'),
            ],
          ]}
        />
      </Panel>
      {slip && (
        <Panel title={t('referrals.slip')}>
          <Facts
            facts={[
              [t('referrals.returnedOn'), join(day(slip.returnedOn), slip.broughtBy)],
              [t('referrals.seenOn'), day(slip.seenOn)],
              [
                t('referrals.advice'),
                slip.advice.map((one) => t(`codes.returnAdvice.${one}`)).join(t('referrals.comma')),
              ],
              [t('referrals.words'), slip.words],
              [t('referrals.nextCheckOn'), day(slip.nextCheckOn)],
              [t('referrals.slipBy'), join(referral.slipAt && day(localOf(referral.slipAt)), referral.slipBy)],
            ]}
          />
        </Panel>
      )}
    </div>
  )
}

function Facts({ facts }: { facts: readonly (readonly [label: string, text: string | null])[] }) {
  return (
    <dl className="referral-facts">
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text || '—'}</dd>
        </div>
      ))}
    </dl>
  )
}
