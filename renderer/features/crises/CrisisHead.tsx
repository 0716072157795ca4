import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Crisis } from '#contract/crises'
import type { StudentHeader } from '#contract/students'
import { openDialog } from '#lib/dialogs'
import { formatMoment } from '#lib/format'
import { paths } from '#lib/paths'
import { useNow } from '#lib/use-now'
import { useWorkplace } from '#lib/workplace'
import { Tag } from '#ui/Tag'
import { CloseCrisis } from './CloseCrisis.tsx'
import { ReopenCrisis } from './ReopenCrisis.tsx'

type Props = { crisis: Crisis; header: StudentHeader; beforeLeaving: () => Promise<void> }

export function CrisisHead({ crisis, header, beforeLeaving }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const [ending, setEnding] = useState<'close' | 'reopen' | null>(null)
  const { student } = header
  const print = () =>
    void beforeLeaving()
      .catch(() => undefined)
      .then(() => navigate(paths.print('crisis-report', crisis.id)))
  return (
    <header className="crisis-head">
      <h1>{t('crises.card')}</h1>
      <div className="crisis-who">
        <Link to={paths.student(student.id)}>{student.name}</Link>
        <span>
          {student.kind === 'guest' && !student.className && (
            <button
              type="button"
              className="crisis-link"
              onClick={() => openDialog({ kind: 'student', studentId: student.id })}
            >
              {t('crises.whoIsIt')}
            </button>
          )}
          {[
            student.sex && t(`codes.sexes.${student.sex}`),
            student.className ?? student.grade,
            student.boarding && [t('crises.boarding'), student.dormitory].filter(Boolean).join(' '),
            crisis.no,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {crisis.state === 'open' ? (
        <Clock openedAt={crisis.openedAt} />
      ) : (
        <Tag>
          {t('crises.closedAt', {
            time: crisis.closedAt && formatMoment(crisis.closedAt, today),
            outcome: crisis.outcome && t(`codes.crisisOutcomes.${crisis.outcome}`),
          })}
        </Tag>
      )}
      <Button onClick={() => openDialog({ kind: 'referral', studentId: student.id, crisisId: crisis.id })}>
        {t('crises.refer')}
      </Button>
      <Button onClick={print}>{t('crises.print')}</Button>
      {crisis.state === 'open' ? (
        <Button onClick={() => setEnding('close')}>{t('crises.close')}</Button>
      ) : (
        <Button onClick={() => setEnding('reopen')}>{t('crises.reopen')}</Button>
      )}
      {ending === 'close' && (
        <CloseCrisis crisis={crisis} beforeClosing={beforeLeaving} onClose={() => setEnding(null)} />
      )}
      {ending === 'reopen' && <ReopenCrisis crisis={crisis} onClose={() => setEnding(null)} />}
    </header>
  )
}

const two = (n: number) => String(n).padStart(2, '0')

/** How long it has been; the law says at once, so only the time that has gone is shown. */
function Clock({ openedAt }: { openedAt: string }) {
  const { t } = useTranslation()
  const seconds = Math.max(0, Math.floor((useNow(1000) - new Date(openedAt).getTime()) / 1000))
  const days = Math.floor(seconds / 86_400)
  const rest = `${two(Math.floor((seconds % 86_400) / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return (
    <time className="crisis-clock" role="timer" aria-label={t('crises.since')}>
      {days > 0 && <small>{t('crises.days', { days })}</small>}
      {rest}
    </time>
  )
}
