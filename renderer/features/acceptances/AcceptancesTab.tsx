import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AcceptanceLine } from '#contract/acceptances'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
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
import { acceptanceQueries } from './queries.ts'

/** 接案: who is to be taken on, by whom, and what came of it. */
export function AcceptancesTab() {
  const { t } = useTranslation()
  const may = useMay()
  const [state, setState] = useState<'open' | 'all'>('open')
  const list = useQuery(acceptanceQueries.list(state))
  return (
    <Panel
      title={t('acceptances.title')}
      extra={
        <div className="form-row-line">
          <Chips
            label={t('acceptances.which')}
            value={state}
            options={(['open', 'all'] as const).map((value) => ({ value, label: t(`acceptances.states.${value}`) }))}
            onChange={setState}
          />
          {may('acceptances.request') && (
            <Button size="small" type="primary" onClick={() => openDialog({ kind: 'acceptance', studentId: null })}>
              {t('acceptances.request')}
            </Button>
          )}
        </div>
      }
    >
      <LoadedRows
        list={list}
        label={t('acceptances.title')}
        failed={t('acceptances.listFailed')}
        empty={<EmptyState title={t(`acceptances.none.${state}`)} hint={t('acceptances.noneHint')} />}
      >
        {(line) => <AcceptanceRow key={line.id} line={line} />}
      </LoadedRows>
    </Panel>
  )
}

function AcceptanceRow({ line }: { line: AcceptanceLine }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useWorkplace()
  const isWaiting = line.state !== 'accepted' && line.state !== 'declined'
  const open = () => openDialog({ kind: 'acceptance-sheet', acceptanceId: line.id, studentId: line.studentId })
  const mayOpen = may('acceptances.get')
  return (
    <Row
      lead={formatDate(line.askedOn, today)}
      name={line.studentName}
      hint={[
        line.className,
        [line.askedBy, t(`codes.sources.${line.source}`)].filter(Boolean).join(' · '),
        line.no,
        isWaiting && line.days > 0 && t('acceptances.waitsFor', { n: line.days }),
      ]
        .filter(Boolean)
        .join(' · ')}
      state={
        <>
          <RiskTag rank={line.riskRank} />
          {isWaiting && <UrgencyTag urgency={line.urgency} />}
          <Tag>
            {line.state === 'assigned' && line.assignedTo
              ? t('acceptances.assignedTo', { name: line.assignedTo.name })
              : t(`codes.acceptanceStates.${line.state}`)}
          </Tag>
        </>
      }
      verb={
        mayOpen && (
          <Button size="small" onClick={open}>
            {t(isWaiting ? 'acceptances.handle' : 'acceptances.open')}
          </Button>
        )
      }
      onOpen={mayOpen ? open : undefined}
    />
  )
}
