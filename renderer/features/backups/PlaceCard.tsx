import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BackupPlace, BackupStatus } from '#contract/backups'
import { formatBytes } from '#lib/format-bytes'
import { useAgo } from '#lib/use-ago'
import { Tag } from '#ui/Tag'
import type { TagTone } from '#ui/Tag'
import { RunProgress } from './RunProgress.tsx'
import { TroubleNote } from './TroubleNote.tsx'

type Running = NonNullable<BackupStatus['running']>
type Outcome = NonNullable<BackupStatus['lastRun']>[number]
type Props = {
  place: BackupPlace
  /** Whose turn it is. */
  turn: 'useThis' | 'nextThis' | 'dueAgo' | null
  /** The backup that goes on: to this place, or to another. */
  run: Running | 'other' | null
  /** How the last run ended here, or the one that goes on, as soon as it is done with this place. */
  outcome: Outcome | null
  mayBackUp: boolean
  onBackUp: () => void
  onShow: () => void
  /** Undefined where it cannot be removed. */
  onRemove: (() => void) | undefined
}
const TONES: Record<BackupPlace['age'], TagTone> = { never: 'plain', good: 'green', amber: 'amber', red: 'red' }

/** One place: what it is, how old its newest backup is, what is going on there, and the next step. */
export function PlaceCard({ place, turn, run, outcome, mayBackUp, onBackUp, onShow, onRemove }: Props) {
  const { t } = useTranslation()
  const ago = useAgo()
  const { newest, isThisComputer, isThere, freeBytes } = place
  const label = isThisComputer ? t('backups.places.here') : place.label
  const trouble = outcome?.trouble ?? newest?.trouble ?? null
  const isTold = run === null || (run === 'other' && outcome !== null)
  const isSafe = isTold && outcome?.safeToRemove === true && trouble === null && isThere && !isThisComputer
  return (
    <li className={run && run !== 'other' ? 'place place-busy' : 'place'}>
      <div className="place-head">
        <strong className="place-name">{label}</strong>
        <span className="place-folder" title={place.folder}>
          {isThisComputer ? t('backups.places.hereHint') : place.folder}
        </span>
        {freeBytes !== null && isThere && (
          <span className="place-free">{t('backups.places.free', { bytes: formatBytes(freeBytes) })}</span>
        )}
        {turn && run === null && !isSafe && (
          <Tag tone={turn === 'nextThis' ? 'plain' : 'amber'}>{t(`backups.places.${turn}`)}</Tag>
        )}
        {!isThisComputer && (
          <Tag tone={isThere ? 'blue' : 'plain'}>{t(isThere ? 'backups.places.isThere' : 'backups.places.isAway')}</Tag>
        )}
      </div>
      <div className="place-body">
        {!newest?.trouble && <Tag tone={TONES[place.age]}>{t(`backups.ages.${place.age}`)}</Tag>}
        {newest && (
          <span className="place-newest">
            {t('backups.places.newest', {
              ago: ago(newest.madeAt),
              bytes: formatBytes(newest.bytes),
              verified: t(newest.verifiedAt ? 'backups.places.verified' : 'backups.places.unverified'),
            })}
          </span>
        )}
        <span className="place-verbs">
          <Button type="text" size="small" aria-label={t('backups.places.setsAt', { place: label })} onClick={onShow}>
            {t('backups.places.sets')}
          </Button>
          {run === null && onRemove && (
            <Button
              type="text"
              size="small"
              aria-label={t('backups.places.removeOf', { place: label })}
              onClick={onRemove}
            >
              {t('backups.places.remove')}
            </Button>
          )}
          {run === null && (
            <Button
              size="small"
              aria-label={t('backups.places.backUpTo', { place: label })}
              disabled={!isThere || !mayBackUp}
              onClick={onBackUp}
            >
              {t('backups.places.backUpHere')}
            </Button>
          )}
        </span>
      </div>
      {run && run !== 'other' && (
        <>
          <RunProgress running={run} />
          {!isThisComputer && <p className="place-hold">{t('backups.doNotRemove')}</p>}
        </>
      )}
      {isSafe && (
        <p className="place-safe" role="status">
          <strong>{t('backups.safe')}</strong> {t('backups.safeHint')}
        </p>
      )}
      {trouble && isTold && <TroubleNote trouble={trouble} />}
    </li>
  )
}
