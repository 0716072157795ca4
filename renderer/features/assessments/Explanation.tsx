import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import type { Offer } from '#lib/test-choices'
import { useBoth } from './use-both.ts'

/** 施测前说明: what the student should know before it begins, to be read aloud (S29). */
export function Explanation({ offers, purpose }: { offers: readonly Offer[]; purpose: string }) {
  const { t } = useTranslation()
  const kind = offers[0]?.kind ?? 'self-report'
  return (
    <section className="explanation" aria-label={t('sheets.explanation')}>
      <h3>{t('sheets.explanation')}</h3>
      {offers.map((offer) => (
        <AboutOne key={offer.id} offer={offer} />
      ))}
      <ul>
        {purpose.trim() !== '' && <li>{t('sheets.tell.purpose', { purpose: purpose.trim() })}</li>}
        <li>{t('sheets.tell.whoSees')}</li>
        <li>{t('sheets.tell.safety')}</li>
        <li>{t(`sheets.tell.free.${kind}`)}</li>
        <li>{t('sheets.tell.noDiagnosis')}</li>
      </ul>
    </section>
  )
}

function AboutOne({ offer }: { offer: Offer }) {
  const { t } = useTranslation()
  const both = useBoth()
  const { data } = useQuery({
    queryKey: ['instruments', 'get', offer.id],
    queryFn: () => client.instruments.get({ instrumentId: offer.id }),
  })
  const file = data?.file
  const facts = { short: offer.short, n: offer.itemCount, timeframe: both(offer.timeframe) }
  return (
    <div className="explanation-one">
      <p>
        {t(offer.kind === 'score-entry' ? 'sheets.tell.whatScores' : 'sheets.tell.what', facts)}
        {offer.kind === 'interview' && ` ${t('sheets.tell.everyone')}`}
      </p>
      {file && file.kind !== 'score-entry' && (
        <blockquote>
          {offer.kind === 'interview' && <b>{t('sheets.tell.forYou')}</b>}
          {both(file.instructions)}
        </blockquote>
      )}
    </div>
  )
}
