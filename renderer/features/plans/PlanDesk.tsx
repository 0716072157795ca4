import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Case } from '#contract/cases'
import { CAREER_CONTENTS, SERVICES } from '#contract/case-tables'
import type { Plan, PlanBody } from '#contract/plans'
import type { StudentHeader } from '#contract/students'
import { client } from '#lib/client'
import { paths } from '#lib/paths'
import { useCodes } from '#lib/use-codes'
import { useSheetText } from '#lib/use-sheet-text'
import { CaseSheetStrip } from '#ui/CaseSheetStrip'
import { Chips } from '#ui/Chips'
import { Kbd } from '#ui/Kbd'
import { SavedAt } from '#ui/SavedAt'
import { SheetPart } from '#ui/SheetPart'
import { Tag } from '#ui/Tag'
import { AgreePlan } from './AgreePlan.tsx'
import { DiscardPlan } from './DiscardPlan.tsx'
import { GoalFields } from './GoalFields.tsx'
import { bothPlans, keptOf, PLAN_TEXTS } from './plan-text.ts'
import { PlanSide } from './PlanSide.tsx'
import { planQueries } from './queries.ts'

type Props = { one: Case; header: StudentHeader; plan: Plan; versions: readonly Plan[] }

/** The draft of a plan while it is written. */
export function PlanDesk({ one, header, plan, versions }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const codes = useCodes()
  const { data: rules } = useQuery(planQueries.rules)
  const [isAgreeing, setAgreeing] = useState(false)
  const { id: planId, studentId } = plan
  const { body, change, savedAt, isSaving, failure, wasMerged, flush, drop, version } = useSheetText<PlanBody>({
    start: keptOf(plan),
    save: async (text, edits) =>
      keptOf(await client.plans.save({ planId, studentId, edits, body: text, requestId: crypto.randomUUID() })),
    load: async () => {
      const found = await client.plans.get({ planId })
      return found.state === 'draft' ? keptOf(found) : null
    },
    merge: bothPlans,
  })
  const agree = useEffectEvent(() => {
    void flush()
      .then(() => setAgreeing(true))
      .catch(() => undefined)
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || document.querySelector('.ant-modal')) return
      event.preventDefault()
      agree()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  const preview = () =>
    void flush()
      .catch(() => undefined)
      .then(() => navigate(paths.print('plan', planId)))

  return (
    <>
      <CaseSheetStrip
        header={header}
        what={t('plans.versionOf', { n: plan.version })}
        caseNo={one.no}
        tags={<Tag tone="amber">{t('codes.planStates.draft')}</Tag>}
      >
        <SavedAt savedAt={savedAt} isSaving={isSaving && !savedAt} hasFailed={failure !== null} />
        <Button onClick={preview}>{t('plans.preview')}</Button>
        <Button type="primary" aria-keyshortcuts="Control+Enter" onClick={() => agree()}>
          {t('plans.agree')}
          <Kbd keys="Ctrl ⏎" />
        </Button>
      </CaseSheetStrip>
      {wasMerged && (
        <div className="sheet-notice" role="status">
          {t('plans.merged')}
        </div>
      )}
      {failure && (
        <div className="sheet-notice sheet-notice-red" role="alert">
          {t(failure.code === 'conflict' ? 'plans.stopped' : 'plans.notSaved')}
        </div>
      )}
      <div className="sheet-page">
        <section className="sheet-paper" aria-label={t('plans.versionOf', { n: plan.version })}>
          {plan.version > 1 && (
            <SheetPart
              label={t('plans.why')}
              hint={t('plans.whyHint')}
              text={body.why}
              maxLength={2000}
              onChange={(why) => change({ why })}
            />
          )}
          <SheetPart label={t('plans.service')}>
            <Chips
              label={t('plans.service')}
              value={body.service}
              options={codes('services', SERVICES)}
              onChange={(service) => change({ service })}
            />
            {body.service === 'career' && (
              <>
                <Chips
                  isMultiple
                  label={t('plans.contents')}
                  value={body.contents}
                  options={codes('careerContents', CAREER_CONTENTS)}
                  onChange={(contents) => change({ contents })}
                />
                <span className="sheet-part-hint">{t('plans.careerHint')}</span>
              </>
            )}
          </SheetPart>
          <SheetPart label={t('plans.goals')}>
            <GoalFields goals={body.goals} onChange={(goals) => change({ goals })} />
          </SheetPart>
          {PLAN_TEXTS.map((part) => (
            <SheetPart
              key={part}
              label={t(`plans.parts.${part}`)}
              hint={t(`plans.hints.${part}`)}
              text={body[part]}
              maxLength={part === 'specialMethod' ? 2000 : 20_000}
              onChange={(text) => change({ [part]: text })}
            />
          ))}
          <SheetPart label={t('plans.review')}>
            <div className="sheet-part-line">
              <InputNumber
                aria-label={t('plans.review')}
                min={1}
                max={366}
                suffix={t('plans.days')}
                placeholder={String(rules?.reviewDays ?? '')}
                value={body.reviewDays}
                onChange={(reviewDays) => change({ reviewDays })}
              />
              {body.reviewDays === null && rules && (
                <span className="sheet-part-hint">{t('plans.byTheSchool', { n: rules.reviewDays })}</span>
              )}
            </div>
          </SheetPart>
        </section>
        <PlanSide plan={plan} versions={versions}>
          <DiscardPlan plan={plan} edits={() => version.current} beforeGoing={flush} onGone={drop} />
        </PlanSide>
      </div>
      {isAgreeing && (
        <AgreePlan
          plan={plan}
          edits={() => version.current}
          isFirst={plan.version === 1}
          onClose={() => setAgreeing(false)}
        />
      )}
    </>
  )
}
