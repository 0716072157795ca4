import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '#contract/backups'
import { isDue, nextInTurn, truthOf } from '#lib/backup-standing'
import type { Truth } from '#lib/backup-standing'
import { useAgo } from '#lib/use-ago'
import { useNow } from '#lib/use-now'

/** One sentence about the backups as they are, and the one thing to do about it. */
export function TruthLine({ status }: { status: BackupStatus }) {
  const { t } = useTranslation()
  const ago = useAgo()
  const now = useNow(60_000)
  const truth = truthOf(status)
  const next = nextInTurn(status.places)
  const isNextDue = next !== null && isDue(next, status.schedule.everyDays, now)
  return (
    <section className={`truth truth-${toneOf(truth)}`} role="status">
      <p className="truth-words">{sentence()}</p>
      {next && isNextDue && (
        <p className="truth-next">
          {t('backups.truth.useNext', { place: next.label })}
          {!next.isThere && ` ${t('backups.truth.plugIn', { place: next.label })}`}
        </p>
      )}
    </section>
  )

  function sentence(): string {
    if (truth.is === 'none') return t('backups.truth.none')
    if (truth.is === 'troubled') return t('backups.truth.troubled', { place: truth.place })
    if (truth.is === 'onlyHere') return t('backups.truth.onlyHere', { ago: ago(truth.madeAt) })
    const words = t('backups.truth.good', { ago: ago(truth.madeAt), place: truth.place })
    return truth.age === 'amber' || truth.age === 'red' ? `${words} ${t(`backups.truth.${truth.age}`)}` : words
  }
}

const toneOf = (truth: Truth): 'green' | 'amber' | 'red' => {
  if (truth.is === 'none') return 'amber'
  if (truth.is !== 'good') return truth.is === 'troubled' ? 'red' : 'amber'
  return truth.age === 'red' ? 'red' : truth.age === 'amber' ? 'amber' : 'green'
}
