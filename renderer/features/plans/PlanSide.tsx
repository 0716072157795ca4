import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Plan } from '#contract/plans'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useWorkplace } from '#lib/workplace'
import { Panel } from '#ui/Panel'
import { Tag } from '#ui/Tag'

type Props = { plan: Plan; versions: readonly Plan[]; children?: ReactNode }

/** Beside the sheet: the other versions of the plan. */
export function PlanSide({ plan, versions, children }: Props) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  return (
    <aside className="sheet-beside">
      <Panel title={t('plans.versions')}>
        <ul className="plan-versions">
          {versions.map(({ id, version, state, agreedOn, body }) => (
            <li key={id} aria-current={id === plan.id ? 'true' : undefined}>
              {id === plan.id ? (
                <b>{t('plans.version', { n: version })}</b>
              ) : (
                <Link to={paths.plan(id)}>{t('plans.version', { n: version })}</Link>
              )}{' '}
              <Tag tone={state === 'active' ? 'green' : state === 'draft' ? 'amber' : 'plain'}>
                {t(`codes.planStates.${state}`)}
              </Tag>
              {agreedOn && <div>{t('plans.agreedDay', { day: formatDate(agreedOn, today) })}</div>}
              {body.why && <div>{body.why}</div>}
            </li>
          ))}
        </ul>
      </Panel>
      {plan.state === 'draft' && versions.length > 1 && (
        <Panel title={t('plans.before')}>
          <div className="sheet-facts">
            {(versions.find(({ version }) => version < plan.version)?.body.goals ?? []).map(
              ({ rootId, text, sign }) => (
                <div key={rootId}>
                  {text}
                  <b>{sign}</b>
                </div>
              ),
            )}
          </div>
        </Panel>
      )}
      {children}
    </aside>
  )
}
