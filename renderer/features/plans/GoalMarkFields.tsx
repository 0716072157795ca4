import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GoalCourse } from '#contract/plans'
import { client } from '#lib/client'
import { useAutosave } from '#lib/use-autosave'
import { Chips } from '#ui/Chips'
import { GrowingText } from '#ui/GrowingText'
import { planQueries } from './queries.ts'

const SCORES = Array.from({ length: 11 }, (_, score) => ({ value: score, label: String(score) }))
type Props = { goal: GoalCourse; caseId: string; studentId: string; visitId: string; mayWrite: boolean }
type Mark = { score: number | null; words: string }

/** One goal at this visit: a number from 0 to 10 and a few words; the same number again takes it back. */
export function GoalMarkFields({ goal, caseId, studentId, visitId, mayWrite }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const own = goal.marks.find((mark) => mark.visitId === visitId)
  const before = goal.marks.filter((mark) => mark.visitId !== visitId).slice(-3)
  const [id] = useState(() => crypto.randomUUID())
  const [mark, setMark] = useState<Mark>({ score: own?.score ?? null, words: own?.words ?? '' })
  const { keep, failure } = useAutosave<Mark>(async (latest) => {
    const { rootId } = goal
    const course = await client.plans.mark({
      id,
      visitId,
      studentId,
      rootId,
      ...latest,
      requestId: crypto.randomUUID(),
    })
    queries.setQueryData(planQueries.course(caseId).queryKey, course)
  })
  const change = (part: Partial<Mark>) => {
    const next = { ...mark, ...part }
    setMark(next)
    keep(next)
  }
  return (
    <div className="plan-mark">
      <div className="plan-mark-goal" title={goal.sign}>
        {goal.text}
        {before.length > 0 && (
          <span>{t('plans.before3', { scores: before.map(({ score }) => score).join(' → ') })}</span>
        )}
      </div>
      <Chips
        label={t('plans.markOf', { goal: goal.text })}
        value={mark.score}
        options={SCORES}
        isDisabled={!mayWrite}
        onChange={(score) => change({ score: score === mark.score && mark.words.trim() === '' ? null : score })}
      />
      {mark.score !== null && (mayWrite || mark.words) && (
        <GrowingText
          isSmall
          isReadOnly={!mayWrite}
          label={t('plans.markWordsOf', { goal: goal.text })}
          hint={t('plans.markWords')}
          maxLength={500}
          text={mark.words}
          onChange={(words) => change({ words })}
        />
      )}
      {failure && (
        <div className="field-error" role="alert">
          {t('plans.markFailed')}
        </div>
      )}
    </div>
  )
}
