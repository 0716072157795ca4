import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LogToLookAt } from '#contract/archives'
import { formatDate } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { keyOf } from './log-key.ts'

type Props = {
  logs: readonly LogToLookAt[]
  isTicked: (log: LogToLookAt) => boolean
  onTick: (log: LogToLookAt, isMeant: boolean) => void
}

/** Remarks of daily logs that may speak of the case: about many children, so each is looked at. */
export function LogsToLookAt({ logs, isTicked, onTick }: Props) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  return (
    <section aria-label={t('archives.logs')}>
      <h3 className="archive-logs-title">{t('archives.logs')}</h3>
      <p className="field-hint">{t('archives.logsHint')}</p>
      <ul className="archive-logs">
        {logs.map((log) => {
          const about = t('archives.logOf', { day: formatDate(log.day, today), name: log.by })
          return (
            <li key={keyOf(log)}>
              {log.remarks === null ? (
                <p className="field-hint">{t('archives.logOfColleague', { about })}</p>
              ) : (
                <>
                  <Checkbox checked={isTicked(log)} onChange={({ target }) => onTick(log, target.checked)}>
                    {t(log.isNamed ? 'archives.emptyNamedLog' : 'archives.emptyLog', { about })}
                  </Checkbox>
                  <blockquote>{log.remarks}</blockquote>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
