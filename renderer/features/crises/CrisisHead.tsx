import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Crisis } from '#contract/crises'
import type { StudentHeader } from '#contract/students'
import { openDialog } from '#lib/dialogs'
import { formatMoment } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { EarlierButton } from '#ui/EarlierButton'
import { Tag } from '#ui/Tag'
import { CrisisClock } from './CrisisClock.tsx'
import { CloseCrisis } from './CloseCrisis.tsx'
import { ReopenCrisis } from './ReopenCrisis.tsx'

type Props = { crisis: Crisis; header: StudentHeader; beforeLeaving: () => Promise<void> }

export function CrisisHead({ crisis, header, beforeLeaving }: Props) {
  const { t } = useTranslation()
  const may = useMay()
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
          {student.kind === 'guest' && !student.className && may('students.update') && (
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
        <CrisisClock openedAt={crisis.openedAt} />
      ) : (
        <Tag>
          {t('crises.closedAt', {
            time: crisis.closedAt && formatMoment(crisis.closedAt, today),
            outcome: crisis.outcome && t(`codes.crisisOutcomes.${crisis.outcome}`),
          })}
        </Tag>
      )}
      {may('referrals.refer') && (
        <Button onClick={() => openDialog({ kind: 'referral', studentId: student.id, crisisId: crisis.id })}>
          {t('crises.refer')}
        </Button>
      )}
      {crisis.state === 'closed' && <EarlierButton record="crisis" recordId={crisis.id} studentId={student.id} />}
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
