import './letters.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { LetterLine } from '#contract/letters'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { EmptyState } from '#ui/EmptyState'
import { LoadedRows } from '#ui/LoadedRows'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'
import { OpeningPanel } from './OpeningPanel.tsx'
import { letterQueries } from './queries.ts'

const STATES = ['open', 'all'] as const

/** 心理信箱: what came, who answers, and the days on which nobody looked. */
export function LettersTab() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const { today } = useWorkplace()
  const [state, setState] = useState<(typeof STATES)[number]>('open')
  const list = useQuery(letterQueries.list(state))
  return (
    <div className="letters-columns">
      <Panel
        title={t('letters.title')}
        extra={
          <Chips
            label={t('letters.which')}
            value={state}
            options={STATES.map((value) => ({ value, label: t(`letters.states.${value}`) }))}
            onChange={setState}
          />
        }
      >
        <LoadedRows
          list={list}
          label={t('letters.title')}
          failed={t('letters.listFailed')}
          empty={<EmptyState title={t(`letters.none.${state}`)} hint={t('letters.noneHint')} />}
        >
          {(line) => <LetterRow key={line.id} line={line} />}
        </LoadedRows>
        {list.data && list.data.length > 0 && may('prints.preview') && (
          <div className="form-row-line letters-print">
            <Button onClick={() => void navigate(paths.print('letterbox', `${monthOf(today)}|${today}`))}>
              {t('letters.print')}
            </Button>
          </div>
        )}
      </Panel>
      <OpeningPanel />
    </div>
  )
}

const monthOf = (today: string): string => `${today.slice(0, 7)}-01`

function LetterRow({ line }: { line: LetterLine }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today, accounts } = useWorkplace()
  const isWaiting = line.state === 'unread' || line.state === 'read'
  const open = () => openDialog({ kind: 'letter-sheet', letterId: line.id, studentId: line.studentId })
  const tone = line.isOverdue ? 'red' : line.state === 'unread' ? 'amber' : line.state === 'crisis' ? 'red' : 'plain'
  return (
    <Row
      lead={formatDate(line.receivedOn, today)}
      name={line.studentName ?? t(`codes.letterWriters.${line.writer}`)}
      hint={[
        line.className,
        line.no,
        line.studentName && t(`codes.letterWriters.${line.writer}`),
        accounts.length > 1 && line.assignedTo?.name,
        isWaiting && line.replyDue && t('letters.replyBy', { day: formatDate(line.replyDue, today) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      state={
        <>
          {line.isRisk && isWaiting && <Tag tone="red">{t('letters.risk')}</Tag>}
          <Tag tone={tone}>{line.isOverdue ? t('letters.overdue') : t(`codes.letterStates.${line.state}`)}</Tag>
        </>
      }
      verb={
        may('letters.get') && (
          <Button size="small" onClick={open}>
            {t(line.state === 'unread' ? 'letters.read' : 'letters.open')}
          </Button>
        )
      }
      onOpen={may('letters.get') ? open : undefined}
    />
  )
}
