import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Case } from '#contract/cases'
import type { Plan } from '#contract/plans'
import type { StudentHeader } from '#contract/students'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { CaseSheetStrip } from '#ui/CaseSheetStrip'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { SheetPart } from '#ui/SheetPart'
import { Tag } from '#ui/Tag'
import { PLAN_TEXTS } from './plan-text.ts'
import { PlanSide } from './PlanSide.tsx'
import { useNextVersion } from './use-next-version.ts'

type Props = { one: Case; header: StudentHeader; plan: Plan; versions: readonly Plan[] }
const ALONE = 'alone'

/** A version that was agreed upon: read and printed, alone or beside another. */
export function ReadPlan({ one, header, plan, versions }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayWrite = useMayWrite()
  const { start, isPending, error } = useNextVersion(one)
  const others = versions.filter(({ id, state }) => id !== plan.id && state !== 'draft')
  const [besideId, setBesideId] = useState<string>(ALONE)
  const beside = others.find(({ id }) => id === besideId)
  const shown = [plan, ...(beside ? [beside] : [])]
  const draft = versions.find(({ state }) => state === 'draft')
  return (
    <>
      <CaseSheetStrip
        header={header}
        what={t('plans.versionOf', { n: plan.version })}
        caseNo={one.no}
        tags={<Tag tone={plan.state === 'active' ? 'green' : 'plain'}>{t(`codes.planStates.${plan.state}`)}</Tag>}
      >
        {mayWrite && one.state === 'open' && (
          <Button loading={isPending} onClick={start}>
            {t(draft ? 'plans.goOn' : 'plans.next')}
          </Button>
        )}
        <Button type="primary" onClick={() => void navigate(paths.print('plan', plan.id))}>
          {t('plans.preview')}
        </Button>
      </CaseSheetStrip>
      {error && <ErrorState error={error} what={t('plans.nextFailed')} />}
      <div className="sheet-page">
        <article className="sheet-paper" aria-label={t('plans.versionOf', { n: plan.version })}>
          {others.length > 0 && (
            <SheetPart label={t('plans.beside')}>
              <Chips
                label={t('plans.beside')}
                value={besideId}
                options={[
                  { value: ALONE, label: t('plans.alone') },
                  ...others.map(({ id, version }) => ({ value: id, label: t('plans.version', { n: version }) })),
                ]}
                onChange={setBesideId}
              />
            </SheetPart>
          )}
          {beside && (
            <Both
              isFact
              label={t('plans.versionsLabel')}
              texts={shown.map(({ version }) => t('plans.version', { n: version }))}
            />
          )}
          <AgreedRow plans={shown} />
          <Both
            label={t('plans.service')}
            texts={shown.map(({ body: { service, contents } }) =>
              [
                t(`codes.services.${service}`),
                service === 'career' && contents.map((one) => t(`codes.careerContents.${one}`)).join(t('plans.comma')),
              ]
                .filter(Boolean)
                .join(' · '),
            )}
          />
          {shown.some(({ body }) => body.why) && (
            <Both isFact label={t('plans.why')} texts={shown.map(({ body }) => body.why)} />
          )}
          <Both
            label={t('plans.goals')}
            texts={shown.map(({ body, goalStates }) =>
              body.goals
                .map(({ rootId, text, sign }, index) => {
                  const state = goalStates[rootId]
                  const done =
                    state && state !== 'open' ? t('plans.goalState', { state: t(`codes.goalStates.${state}`) }) : ''
                  return `${index + 1}. ${text}${done}\n${t('plans.signIs', { sign })}`
                })
                .join('\n'),
            )}
          />
          {PLAN_TEXTS.filter((part) => part !== 'specialMethod' || shown.some(({ body }) => body.specialMethod)).map(
            (part) => (
              <Both key={part} label={t(`plans.parts.${part}`)} texts={shown.map(({ body }) => body[part])} />
            ),
          )}
          <Both
            label={t('plans.review')}
            texts={shown.map(({ body: { reviewDays } }) =>
              reviewDays === null ? t('plans.bySchoolRule') : t('plans.every', { n: reviewDays }),
            )}
          />
        </article>
        <PlanSide plan={plan} versions={versions} />
      </div>
    </>
  )
}

function AgreedRow({ plans }: { plans: readonly Plan[] }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  return (
    <Both
      isFact
      label={t('plans.agreedOn')}
      texts={plans.map(({ agreedOn, writtenBy }) =>
        [agreedOn ? formatDate(agreedOn, today) : t('plans.notAgreed'), writtenBy].join(' · '),
      )}
    />
  )
}

/** One part of one version, or of two side by side; what differs is shaded, but for a mere fact. */
function Both({ label, texts, isFact = false }: { label: string; texts: readonly string[]; isFact?: boolean }) {
  if (texts.length === 1) return <SheetPart label={label} text={texts[0]} />
  const isSame = isFact || texts[0] === texts[1]
  return (
    <SheetPart label={label}>
      <div className="plan-both">
        {texts.map((text, index) => (
          <div key={index} className={isSame ? 'sheet-part-read' : 'sheet-part-read plan-differs'}>
            {text || '—'}
          </div>
        ))}
      </div>
    </SheetPart>
  )
}
