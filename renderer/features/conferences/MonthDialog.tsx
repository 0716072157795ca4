import './conferences.css'
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MONTH_CHOICES } from '#contract/contact-tables'
import type { MonthChoice } from '#contract/contact-tables'
import type { MonthLine } from '#contract/conferences'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { useCodes } from '#lib/use-codes'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { RiskTag } from '#ui/RiskTag'
import { SheetDialog } from '#ui/SheetDialog'
import { Tag } from '#ui/Tag'
import { monthQuery } from './queries.ts'

/** Once a month every open case is looked through: a talk with the parents, a call, or nothing. Each choice is kept at once. */
export function MonthDialog({ onClose }: DialogProps<DialogOf<'conference-month'>>) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(monthQuery)
  return (
    <SheetDialog
      title={t('conferences.monthTitle')}
      width={960}
      foot={
        data && (data.undecided > 0 ? t('conferences.undecided', { count: data.undecided }) : t('conferences.allSet'))
      }
      onClose={onClose}
    >
      <p className="conference-month-hint">{t('conferences.monthHint')}</p>
      {error && <ErrorState error={error} what={t('conferences.monthFailed')} onRetry={() => void refetch()} />}
      {data?.lines.length === 0 && (
        <EmptyState title={t('conferences.monthNone')} hint={t('conferences.monthNoneHint')} />
      )}
      <ul className="conference-month">
        {data?.lines.map((line) => (
          <MonthRow key={line.caseId} line={line} />
        ))}
      </ul>
    </SheetDialog>
  )
}

function MonthRow({ line }: { line: MonthLine }) {
  const { t } = useTranslation()
  const codes = useCodes()
  const { today } = useWorkplace()
  const { caseId, studentId, choice } = line
  const [why, setWhy] = useState(line.why)
  const { write, error } = useWrite(client.conferences.choose, { invalidates: ['conferences'] })
  const choose = (chosen: MonthChoice) => write({ caseId, studentId, choice: chosen, why: why.trim() })
  return (
    <li className="conference-month-row">
      <div className="conference-month-who">
        <strong>{line.studentName}</strong>
        <span>
          {[
            line.className,
            line.lastOn ? t('conferences.lastOn', { day: formatDate(line.lastOn, today) }) : t('conferences.noTalkYet'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <div className="conference-month-tags">
          {line.inCrisis && <Tag tone="red">{t('conferences.inCrisis')}</Tag>}
          <RiskTag rank={line.riskRank} />
          {line.isHeld && <Tag tone="green">{t('conferences.held')}</Tag>}
        </div>
      </div>
      <div className="conference-month-choice">
        {(choice !== null || !line.isHeld) && (
          <Chips
            label={t('conferences.choiceFor', { name: line.studentName })}
            value={choice}
            options={codes('monthChoices', MONTH_CHOICES)}
            onChange={choose}
          />
        )}
        {choice !== null && (
          <Input
            aria-label={t('conferences.whyFor', { name: line.studentName })}
            placeholder={t('conferences.why')}
            maxLength={200}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
            onBlur={() => why.trim() !== line.why && choose(choice)}
          />
        )}
        {error && <ErrorState error={error} what={t('conferences.chooseFailed')} isTextSafe />}
      </div>
    </li>
  )
}
