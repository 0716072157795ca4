import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Crisis, CrisisEntry } from '#contract/crises'
import { client } from '#lib/client'
import { formatDate, formatTime } from '#lib/format'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { showCrisis } from './use-crisis.ts'

const EMPTY = { text: '' }

/** What has just happened, newest first. A mistake is struck out with its reason, never deleted. */
export function CrisisEntries({ crisis }: { crisis: Crisis }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const [striking, setStriking] = useState<CrisisEntry | null>(null)
  const about = { crisisId: crisis.id, studentId: crisis.studentId }
  const strike = useWrite(client.crises.strike, {
    invalidates: ['students'],
    onSuccess: (changed) => {
      showCrisis(changed)
      setStriking(null)
    },
  })
  const isOpen = crisis.state === 'open'
  const entries = crisis.entries.toSorted((a, b) => b.at.localeCompare(a.at) || b.enteredAt.localeCompare(a.enteredAt))
  return (
    <Panel title={t('crises.happened')} extra={t('crises.stamped')}>
      {isOpen && <LineForm about={about} />}
      {entries.length === 0 && <p className="crisis-hint">{t('crises.nothingYet')}</p>}
      <ul className="crisis-lines">
        {entries.map((entry, index) => (
          <li key={entry.id} className={entry.struckAt ? 'crisis-line crisis-line-struck' : 'crisis-line'}>
            {isOtherDay(entry.at, entries[index - 1]?.at ?? today) && (
              <span className="crisis-line-day">{formatDate(entry.at, today)}</span>
            )}
            <time>{formatTime(entry.at)}</time>
            <div>
              <span className="crisis-line-text">
                {entry.step && t(`codes.crisisSteps.${entry.step}`)}
                {entry.step && entry.text && t('crises.colon')}
                {entry.text}
              </span>
              <span className="crisis-line-by">{entry.by}</span>
              {entry.struckAt && (
                <span className="crisis-line-by">{t('crises.struck', { reason: entry.struckReason })}</span>
              )}
            </div>
            {isOpen && !entry.struckAt && (
              <button
                type="button"
                className="crisis-strike"
                aria-label={t('crises.strikeLine', { time: formatTime(entry.at) })}
                onClick={() => setStriking(entry)}
              >
                {t('crises.strike')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {striking && (
        <ConfirmDialog
          title={t('crises.strikeTitle')}
          verb={t('crises.strike')}
          reasonLabel={t('crises.strikeReason')}
          isBusy={strike.isPending}
          error={strike.error}
          onConfirm={(reason) => strike.write({ ...about, entryId: striking.id, reason })}
          onCancel={() => setStriking(null)}
        />
      )}
    </Panel>
  )
}

const isOtherDay = (at: string, before: string): boolean => at.slice(0, 10) !== before.slice(0, 10)

function LineForm({ about }: { about: { crisisId: string; studentId: string } }) {
  const { t } = useTranslation()
  const [id, setId] = useState(() => crypto.randomUUID())
  const draft = useDraft('crisis-line', about.crisisId, EMPTY)
  const { text } = draft.value
  const { write, error } = useWrite(client.crises.stamp, {
    onSuccess: (crisis) => {
      showCrisis(crisis)
      setId(crypto.randomUUID())
      void draft.discard().catch(() => undefined)
    },
  })
  return (
    <>
      <input
        className="crisis-write"
        aria-label={t('crises.write')}
        placeholder={t('crises.write')}
        maxLength={2000}
        value={text}
        onChange={(event) => draft.change({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return
          write({ ...about, id, step: null, text: text.trim(), at: null })
        }}
      />
      {error && <ErrorState error={error} what={t('crises.lineFailed')} isTextSafe />}
    </>
  )
}
