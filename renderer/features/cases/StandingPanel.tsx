import './cases.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { useMay } from '#lib/rights'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { caseQueries } from '#lib/case-queries'

const TONES = { stable: 'green', watch: 'plain', unstable: 'amber' } as const

/** How steady it is and when contact is due, the declared relation, and who had the case before. */
export function StandingPanel({ studentId, caseId }: { studentId: string; caseId: string }) {
  const { t } = useTranslation()
  const { today, accounts } = useWorkplace()
  const mayWrite = useMayWrite()
  const may = useMay()
  const { data } = useQuery(caseQueries.progress(caseId))
  if (!data) return null
  const { stability, contact, entry, declaration, handovers } = data
  const others = accounts.filter(({ roles }) => roles.includes('counselor')).length > 1
  const about = { studentId, caseId }
  return (
    <Panel title={t('case-standing.title')}>
      <Rows label={t('case-standing.title')}>
        <Row
          name={
            <Tag tone={stability ? TONES[stability.stability] : 'plain'}>
              {stability ? t(`codes.stabilities.${stability.stability}`) : t('case-standing.noStability')}
            </Tag>
          }
          hint={contact && t('case-standing.contactEvery', { n: contact.everyDays })}
          {...(stability ? { second: stability.reason } : {})}
          verb={
            mayWrite && (
              <Button size="small" onClick={() => openDialog({ kind: 'stability', ...about })}>
                {t('case-standing.setStability')}
              </Button>
            )
          }
        />
        {contact && (
          <Row
            name={t('case-standing.nextContact')}
            hint={contact.lastOn && t('case-standing.lastContact', { day: formatDate(contact.lastOn, today) })}
            state={
              <Tag tone={contact.dueOn < today ? 'amber' : 'plain'}>
                {t('case-standing.contactBy', { day: formatDate(contact.dueOn, today) })}
              </Tag>
            }
          />
        )}
        {entry && (
          <Row
            name={t(`codes.entryBases.${entry.basis}`)}
            hint={t('case-standing.entry')}
            {...(entry.note ? { second: entry.note } : {})}
            verb={
              mayWrite && (
                <Button size="small" type="text" onClick={() => openDialog({ kind: 'entry', ...about })}>
                  {t('case-standing.entryAnew')}
                </Button>
              )
            }
          />
        )}
        {declaration && (
          <Row
            name={t(`codes.caseRelations.${declaration.relation}`)}
            hint={declaration.relation === 'none' ? undefined : t(`codes.relationDecisions.${declaration.decision}`)}
            {...(declaration.reason ? { second: declaration.reason } : {})}
            verb={
              mayWrite && (
                <Button size="small" type="text" onClick={() => openDialog({ kind: 'declaration', ...about })}>
                  {t('case-standing.declareAnew')}
                </Button>
              )
            }
          />
        )}
        {handovers.map((one) => (
          <Row
            key={one.at}
            name={t('case-standing.handedOver', { from: one.from, to: one.to })}
            hint={[formatDate(localOf(one.at), today), one.clientView && t(`codes.clientViews.${one.clientView}`)]
              .filter(Boolean)
              .join(' · ')}
            {...(one.note ? { second: one.note } : {})}
          />
        ))}
      </Rows>
      {mayWrite && others && contact && may('accounts.handOver') && (
        <div className="case-standing-foot">
          <Button onClick={() => openDialog({ kind: 'transfer', ...about })}>{t('case-standing.transfer')}</Button>
        </div>
      )}
    </Panel>
  )
}
