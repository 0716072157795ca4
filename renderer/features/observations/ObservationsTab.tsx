import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { OBSERVATION_STATES } from '#contract/contact-tables'
import type { ObservationLine } from '#contract/observations'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { EmptyState } from '#ui/EmptyState'
import { LoadedRows } from '#ui/LoadedRows'
import { Panel } from '#ui/Panel'
import { RiskTag } from '#ui/RiskTag'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'
import { UrgencyTag } from '#ui/UrgencyTag'
import { observationQueries } from './queries.ts'

/** 班级心理动态: what teachers have handed in, and what came of it. */
export function ObservationsTab() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const [state, setState] = useState<'open' | 'all'>('open')
  const list = useQuery(observationQueries.list(state))
  const register = () => openDialog({ kind: 'observation', studentId: null })
  return (
    <Panel
      title={t('observations.title')}
      extra={
        <div className="form-row-line">
          <Chips
            label={t('observations.which')}
            value={state}
            options={(['open', 'all'] as const).map((value) => ({ value, label: t(`observations.states.${value}`) }))}
            onChange={setState}
          />
          {may('prints.preview') && (
            <Button size="small" onClick={() => void navigate(paths.print('observation', 'blank'))}>
              {t('observations.printEmpty')}
            </Button>
          )}
          {may('observations.register') && (
            <Button size="small" type="primary" onClick={register}>
              {t('observations.register')}
            </Button>
          )}
        </div>
      }
    >
      <LoadedRows
        list={list}
        label={t('observations.title')}
        failed={t('observations.listFailed')}
        empty={<EmptyState title={t(`observations.none.${state}`)} hint={t('observations.noneHint')} />}
      >
        {(line) => <ObservationRow key={line.id} line={line} />}
      </LoadedRows>
    </Panel>
  )
}

function ObservationRow({ line }: { line: ObservationLine }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useWorkplace()
  const isWaiting = line.state === OBSERVATION_STATES[0]
  const open = () => openDialog({ kind: 'observation-sheet', observationId: line.id, studentId: line.studentId })
  const mayOpen = may('observations.get')
  return (
    <Row
      lead={formatDate(line.observedOn, today)}
      name={line.studentName}
      hint={[
        line.className,
        `${line.reporter}（${t(`codes.reporters.${line.reporterRole}`)}）`,
        line.no,
        isWaiting && line.days > 0 && t('observations.waitsFor', { n: line.days }),
      ]
        .filter(Boolean)
        .join(' · ')}
      state={
        <>
          <RiskTag rank={line.riskRank} />
          {isWaiting ? (
            <UrgencyTag urgency={line.urgency} />
          ) : (
            <Tag>
              {line.outcome ? t(`codes.observationOutcomes.${line.outcome}`) : t('codes.observationStates.done')}
            </Tag>
          )}
        </>
      }
      verb={
        mayOpen && (
          <Button size="small" onClick={open}>
            {t(isWaiting ? 'observations.handle' : 'observations.open')}
          </Button>
        )
      }
      onOpen={mayOpen ? open : undefined}
    />
  )
}
