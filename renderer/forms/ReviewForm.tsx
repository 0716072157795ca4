import { DEPENDENCES, REVIEW_DECISIONS } from '#contract/case-tables'
import type { PrintModel } from '#contract/prints'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

const WIDTHS = { goal: '*', marks: '38mm', standing: '24mm', words: '50mm' } as const
const LEVELS = ['1', '2', '3', '4', '5']

/** 效果评估表 (F12). */
export function ReviewForm({ model }: { model: PrintModel }) {
  const { t, code, ticks, running } = usePaperWords(model)
  const { review, school } = model
  if (!review) return null
  const marksOf = (rootId: string): string =>
    (model.goals.find((goal) => goal.rootId === rootId)?.marks ?? [])
      .filter(({ at }) => at.slice(0, 10) <= review.onDay)
      .map(({ score }) => score)
      .slice(-6)
      .join(' → ')
  return (
    <PagedForm running={running(model.case?.no ?? '')}>
      <FormTitle school={school.name} title={t('plan-papers.review.title')} />
      <StudentRows model={model} />
      <Row
        cells={[
          { label: t('plan-papers.caseNo'), value: model.case?.no },
          { label: t('plan-papers.review.onDay'), value: paperDate(review.onDay) },
          {
            label: t('plan-papers.review.plan'),
            value: review.planVersion === null ? '' : t('plan-papers.plan.version', { n: review.planVersion }),
          },
        ]}
      />
      <EntryRow
        heads="goals"
        columns={[
          { key: 'goal', width: WIDTHS.goal, content: t('plan-papers.plan.goal') },
          { key: 'marks', width: WIDTHS.marks, content: t('plan-papers.review.marks') },
          { key: 'standing', width: WIDTHS.standing, content: t('plan-papers.review.standing') },
          { key: 'words', width: WIDTHS.words, content: t('plan-papers.review.words') },
        ]}
      />
      {review.goals.map(({ rootId, standing, words }) => (
        <EntryRow
          key={rootId}
          under="goals"
          columns={[
            { key: 'goal', width: WIDTHS.goal, align: 'begins', content: review.goalTexts[rootId] },
            { key: 'marks', width: WIDTHS.marks, content: marksOf(rootId) },
            { key: 'standing', width: WIDTHS.standing, content: code('goalStandings', standing) },
            { key: 'words', width: WIDTHS.words, align: 'begins', content: words },
          ]}
        />
      ))}
      <Row
        cells={[
          {
            label: t('plan-papers.review.satisfaction'),
            value: (
              <>
                <TickBoxes
                  ticks={LEVELS.map((level) => ({
                    key: level,
                    label: t(`plan-papers.levels.${level}`),
                    isTicked: String(review.satisfaction) === level,
                  }))}
                />
                {review.satisfactionWords.trim() && <div>{review.satisfactionWords.trim()}</div>}
              </>
            ),
          },
        ]}
      />
      <Row
        cells={[
          { label: t('plan-papers.review.tool'), value: review.tool },
          {
            label: t('plan-papers.review.dependence'),
            value: <TickBoxes ticks={ticks('dependences', DEPENDENCES, [review.dependence])} />,
          },
        ]}
      />
      <TextRow label={t('plan-papers.review.note')} text={review.note.trim()} />
      <Row
        cells={[
          {
            label: t('plan-papers.review.decision'),
            value: <TickBoxes ticks={ticks('reviewDecisions', REVIEW_DECISIONS, [review.decision])} />,
            wide: true,
          },
          { label: t('plan-papers.review.nextOn'), value: paperDate(review.nextOn) },
        ]}
      />
      <SignatureRow
        signatures={[
          { who: t('plan-papers.studentSign') },
          { who: t('plan-papers.counselorSign'), name: review.reviewedBy, when: paperDate(review.onDay) },
        ]}
      />
    </PagedForm>
  )
}
