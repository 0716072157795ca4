import './reviews.css'
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { DEPENDENCES, REVIEW_DECISIONS } from '#contract/case-tables'
import type { Review, ReviewFields } from '#contract/reviews'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { GoalStandings } from './GoalStandings.tsx'
import { reviewQueries } from './queries.ts'

type Form = Omit<ReviewFields, 'goals' | 'decision'> & {
  goals: Record<string, Partial<Omit<ReviewFields['goals'][number], 'rootId'>>>
  decision: ReviewFields['decision'] | null
  /** Why it is corrected. */
  why: string
}

/** What a recorded review says, to be corrected. */
function formOf(review: Review): Form {
  const { onDay, satisfaction, satisfactionWords, tool, dependence, decision, note, nextOn } = review
  const goals = Object.fromEntries(review.goals.map(({ rootId, ...standing }) => [rootId, standing]))
  return { onDay, satisfaction, satisfactionWords, tool, dependence, decision, note, nextOn, goals, why: '' }
}

/** Looks back with the student: goals, satisfaction, what comes next. One that was recorded is corrected with a reason. */
export function ReviewDialog({ request, onClose }: DialogProps<DialogOf<'review'>>) {
  const { t } = useTranslation()
  const ids = useId()
  const navigate = useNavigate()
  const codes = useCodes()
  const { today } = useWorkplace()
  const { studentId, caseId, review } = request
  const { who } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const [planId] = useState(() => crypto.randomUUID())
  const [empty] = useState((): Form =>
    review
      ? formOf(review)
      : {
          onDay: today,
          goals: {},
          satisfaction: null,
          satisfactionWords: '',
          tool: '',
          dependence: 'none',
          decision: null,
          note: '',
          nextOn: null,
          why: '',
        },
  )
  const draft = useDraft(review ? 'review-change' : 'review', review?.id ?? caseId, empty)
  const form = draft.value
  const { data: course, error: unread, refetch } = useQuery(reviewQueries.goals(caseId))
  const open = review
    ? review.goals.map(({ rootId }) => ({
        rootId,
        text: review.goalTexts[rootId] ?? '',
        marks: course?.find((goal) => goal.rootId === rootId)?.marks ?? [],
      }))
    : (course ?? []).filter(({ state }) => state === 'open')
  const next = useWrite(client.plans.draft, {
    invalidates: ['plans', 'cases'],
    onSuccess: (plan) => void navigate(paths.plan(plan.id)),
  })
  const goOn = ({ decision }: Review) => {
    onClose()
    if (decision === 'adjust') next.write({ id: planId, caseId, studentId })
    if (decision === 'refer') openDialog({ kind: 'referral', studentId })
    if (decision === 'close') openDialog({ kind: 'close-case', studentId, caseId })
  }
  const { write, isPending, error } = useWrite(client.reviews.record, {
    invalidates: ['reviews', 'plans', 'cases', 'students'],
    onSuccess: (review) => {
      void draft.discard().catch(() => undefined)
      goOn(review)
    },
  })
  const correct = useWrite(client.reviews.correct, {
    invalidates: ['reviews', 'plans', 'cases', 'students', 'revisions'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const lacksStanding = open.some(({ rootId }) => !form.goals[rootId]?.standing)
  const isEarly = form.nextOn !== null && form.nextOn <= form.onDay
  const isAhead = form.onDay > today
  const missing = lacksStanding
    ? t('reviews.lacksStanding')
    : form.decision === null
      ? t('reviews.lacksDecision')
      : isAhead
        ? t('reviews.ahead')
        : isEarly
          ? t('reviews.early')
          : review && form.why.trim().length < 2
            ? t('reviews.lacksWhy')
            : undefined
  const submit = () => {
    const { why, decision, ...rest } = form
    if (decision === null) return
    const goals = open.flatMap(({ rootId }) => {
      const { standing, words = '' } = form.goals[rootId] ?? {}
      return standing ? [{ rootId, standing, words: words.trim() }] : []
    })
    const fields = { ...rest, goals, decision }
    if (review) correct.write({ reviewId: review.id, studentId, fields, reason: why.trim() })
    else write({ id, caseId, studentId, fields })
  }

  return (
    <SheetDialog
      title={t(review ? 'reviews.correctTitle' : 'reviews.record')}
      who={who}
      width={780}
      verb={t(review ? 'reviews.correctVerb' : 'reviews.recordVerb')}
      isBusy={isPending || correct.isPending}
      isDisabled={missing !== undefined || !course || !draft.isReady}
      foot={missing}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      {unread && <ErrorState error={unread} onRetry={() => void refetch()} />}
      <FormRow label={t('reviews.onDay')}>
        <DateField
          label={t('reviews.onDay')}
          value={form.onDay}
          hasError={isAhead}
          onChange={(onDay) => onDay && draft.change({ onDay })}
        />
      </FormRow>
      <FormRow label={t('reviews.goals')}>
        {open.length === 0 ? (
          <div className="form-row-line">{t('reviews.noGoals')}</div>
        ) : (
          <GoalStandings goals={open} value={form.goals} onChange={(goals) => draft.change({ goals })} />
        )}
      </FormRow>
      <FormRow label={t('reviews.satisfaction')} hint={t('reviews.satisfactionHint')}>
        <Chips
          label={t('reviews.satisfaction')}
          value={form.satisfaction}
          options={[1, 2, 3, 4, 5].map((value) => ({ value, label: t(`reviews.satisfactions.${value}`) }))}
          onChange={(satisfaction) =>
            draft.change({ satisfaction: satisfaction === form.satisfaction ? null : satisfaction })
          }
        />
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 5 }}
          maxLength={2000}
          aria-label={t('reviews.satisfactionWords')}
          placeholder={t('reviews.satisfactionWords')}
          value={form.satisfactionWords}
          onChange={(event) => draft.change({ satisfactionWords: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('reviews.tool')} htmlFor={`${ids}-tool`}>
        <Input
          id={`${ids}-tool`}
          maxLength={200}
          placeholder={t('reviews.toolHint')}
          value={form.tool}
          onChange={(event) => draft.change({ tool: event.target.value })}
        />
      </FormRow>
      <FormRow
        label={t('reviews.dependence')}
        hint={t(form.dependence === 'none' ? 'reviews.dependenceAsk' : 'reviews.dependenceHint')}
      >
        <Chips
          label={t('reviews.dependence')}
          value={form.dependence}
          options={codes('dependences', DEPENDENCES)}
          onChange={(dependence) => draft.change({ dependence })}
        />
      </FormRow>
      <FormRow label={t('reviews.decision')} hint={!review && form.decision && t(`reviews.leadsTo.${form.decision}`)}>
        <Chips
          label={t('reviews.decision')}
          value={form.decision}
          options={codes('reviewDecisions', REVIEW_DECISIONS)}
          onChange={(decision) => draft.change({ decision })}
        />
      </FormRow>
      <FormRow label={t('reviews.note')} htmlFor={`${ids}-note`}>
        <Input.TextArea
          id={`${ids}-note`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={20_000}
          placeholder={t('reviews.noteHint')}
          value={form.note}
          onChange={(event) => draft.change({ note: event.target.value })}
        />
      </FormRow>
      {form.decision !== 'close' && (
        <FormRow label={t('reviews.nextOn')}>
          <div className="form-row-line">
            <DateField
              label={t('reviews.nextOn')}
              value={form.nextOn}
              isClearable
              hasError={isEarly}
              onChange={(nextOn) => draft.change({ nextOn })}
            />
            <span className="field-hint">{t('reviews.nextHint')}</span>
          </div>
        </FormRow>
      )}
      {review && (
        <FormRow label={t('reviews.why')} hint={t('reviews.whyHint')} htmlFor={`${ids}-why`}>
          <Input
            id={`${ids}-why`}
            maxLength={200}
            value={form.why}
            onChange={(event) => draft.change({ why: event.target.value })}
          />
          <EarlierButton record="review" recordId={review.id} studentId={studentId} />
        </FormRow>
      )}
      {(error ?? correct.error) && (
        <ErrorState error={(error ?? correct.error)!} what={t('reviews.failed')} isTextSafe />
      )}
    </SheetDialog>
  )
}
