import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { VisitLine } from '#contract/visits'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatTime, localNow } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { RiskTag } from '#ui/RiskTag'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'

type Props = { visit: VisitLine; isCurrent: boolean }

export function VisitorRow({ visit, isCurrent }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { me, accounts } = useWorkplace()
  const may = useMay()
  const arrive = useWrite(client.visits.arrive, { invalidates: ['visits', 'students'] })
  const end = useWrite(client.visits.end, { invalidates: ['visits', 'students'] })
  const { id: visitId, studentId, state } = visit
  const write = () => void navigate(paths.note(visitId))
  const isMine = accounts.length === 1 || visit.receiverId === me.id
  const isWritable = may('notes.save') && visit.noteState !== 'signed' && isMine
  return (
    <Row
      isCurrent={isCurrent}
      lead={formatTime(visit.bookedFor ?? visit.arrivedAt ?? '')}
      name={visit.studentKind === 'alias' ? t('today.alias', { name: visit.studentName }) : visit.studentName}
      onOpen={may('students.header') ? () => void navigate(paths.student(studentId)) : undefined}
      hint={hintOf()}
      state={
        <>
          <RiskTag rank={visit.riskRank} />
          {!visit.noticeGiven && state !== 'cancelled' && state !== 'no-show' && noticeMissing()}
          {stateTag()}
          {(arrive.error ?? end.error) && <Tag tone="red">{t('today.notDone')}</Tag>}
        </>
      }
      verb={verb()}
    />
  )

  function noticeMissing() {
    const tag = <Tag>{t('today.noticeMissing')}</Tag>
    if (!may('consents.record')) return tag
    return (
      <button type="button" className="tag-button" onClick={() => openDialog({ kind: 'consent', studentId })}>
        {tag}
      </button>
    )
  }
  function hintOf() {
    return [
      visit.className,
      visit.visitor !== 'student' && t(`codes.visitors.${visit.visitor}`),
      visit.ordinal === 1 ? t('today.firstTime') : t('today.nth', { n: visit.ordinal }),
      visit.primaryProblem && t(`codes.problems.${visit.primaryProblem}`),
      visit.channel !== 'in-person' && t(`codes.channels.${visit.channel}`),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  function stateTag() {
    switch (state) {
      case 'booked':
        return null
      case 'arrived':
        return <Tag tone="green">{t('today.arrivedAt', { time: formatTime(visit.arrivedAt ?? '') })}</Tag>
      case 'ended':
        return <Tag>{t('today.endedAt', { time: formatTime(visit.endedAt ?? '') })}</Tag>
      case 'no-show':
      case 'cancelled':
        return <Tag>{t(`codes.visitStates.${state}`)}</Tag>
    }
  }
  function verb() {
    switch (state) {
      case 'booked':
        return !may('visits.arrive') ? null : (
          <>
            <Button size="small" type="text" onClick={() => openDialog({ kind: 'visit-off', studentId, visitId })}>
              {t('today.notComing')}
            </Button>
            <Button
              size="small"
              loading={arrive.isPending}
              onClick={() => arrive.write({ visitId, studentId, at: localNow() })}
            >
              {t('today.arrive')}
            </Button>
          </>
        )
      case 'arrived':
        return (
          <>
            {may('visits.arrive') && (
              <Button
                size="small"
                type="text"
                loading={end.isPending}
                onClick={() => end.write({ visitId, studentId, at: localNow() })}
              >
                {t('today.end')}
              </Button>
            )}
            {may('notes.get') && (
              <Button size="small" type={isCurrent ? 'primary' : 'default'} onClick={write}>
                {t(isWritable ? 'today.write' : 'today.read')}
              </Button>
            )}
          </>
        )
      case 'ended':
        return may('notes.get') ? (
          <Button size="small" onClick={write}>
            {t(isWritable ? 'today.write' : 'today.read')}
          </Button>
        ) : null
      case 'no-show':
      case 'cancelled':
        return null
    }
  }
}
