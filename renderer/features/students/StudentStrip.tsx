import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ageOn } from '#contract/calendar'
import type { StudentHeader } from '#contract/students'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDate, formatTime, localNow } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWrite } from '#lib/use-write'
import { useMayWrite } from '#lib/whose'
import { riskTone, useWorkplace } from '#lib/workplace'
import { Strip } from '#ui/Strip'
import { studentQueries } from './queries.ts'
import { StudentTags } from './StudentTags.tsx'
import { TIMELINE_LENGTH } from './timeline.ts'

export function StudentStrip({ header }: { header: StudentHeader }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { riskLevels, today, me } = useWorkplace()
  const may = useMay()
  const mayWrite = useMayWrite()
  const { student, risk, openCase, visitCount, openCrisisId } = header
  const { data: timeline } = useQuery(studentQueries.timeline(student.id, TIMELINE_LENGTH))
  const tone = riskTone(risk?.rank ?? null, riskLevels)
  const visits = timeline?.items.filter((item) => item.kind === 'visit' && item.visitId !== null) ?? []
  const toWrite = visits.find(
    (item) => item.what === 'arrived' || (item.what === 'ended' && item.facts['note'] !== 'signed'),
  )
  const booking = visits.find((item) => item.what === 'booked' && item.at.startsWith(today))
  const lastVisit = visits.find((item) => item.what === 'arrived' || item.what === 'ended')
  const studentId = student.id
  const arrive = useWrite(client.visits.arrive, { invalidates: ['visits', 'students'] })

  const facts = [
    student.kind !== 'roster' && t(`codes.studentKinds.${student.kind}`),
    student.sex && t(`codes.sexes.${student.sex}`),
    student.birthDate && t('students.age', { age: ageOn(student.birthDate, today) }),
    [student.college, student.className ?? student.grade].filter(Boolean).join(' '),
    student.studentNo && t('students.numberIs', { no: student.studentNo }),
    student.boarding && t('students.boards'),
  ].filter(Boolean)
  const visitsSoFar = visitCount > 0 && t('students.visitsSoFar', { count: visitCount })

  return (
    <Strip
      tone={tone}
      seal={Array.from(student.name)[0]}
      name={student.name}
      facts={facts.join('\u00A0· ')}
      second={
        openCase ? (
          <>
            <button type="button" className="student-case" onClick={() => void navigate(paths.case(openCase.id))}>
              {t('students.caseIs', { no: openCase.no })}
            </button>
            {visitsSoFar && ` · ${visitsSoFar}`}
          </>
        ) : (
          [t('students.noCase'), visitsSoFar].filter(Boolean).join(' · ')
        )
      }
      tags={<StudentTags header={header} />}
    >
      {openCrisisId === null && (
        <Dropdown menu={{ items: papers() }} trigger={['click']}>
          <Button size="large">{t('students.print')}</Button>
        </Dropdown>
      )}
      {more().length > 0 && (
        <Dropdown menu={{ items: more() }} trigger={['click']}>
          <Button size="large">{t('students.more')}</Button>
        </Dropdown>
      )}
      {openCrisisId !== null && (
        <Button size="large" danger type="primary" onClick={() => void navigate(paths.crisis(openCrisisId))}>
          {t('students.openCrisis')}
        </Button>
      )}
      {next()}
    </Strip>
  )

  /** The one green button: write what has begun, receive who is booked, else register. */
  function next() {
    if (toWrite && mayWrite)
      return (
        <Button size="large" type="primary" onClick={() => void navigate(paths.note(toWrite.visitId ?? ''))}>
          {t('students.write')}
        </Button>
      )
    if (!may('visits.register')) return null
    if (booking)
      return (
        <Button
          size="large"
          type="primary"
          loading={arrive.isPending}
          onClick={() => arrive.write({ visitId: booking.id, studentId, at: localNow() })}
        >
          {t('students.arrived', { time: formatTime(booking.at) })}
        </Button>
      )
    return (
      <Button size="large" type="primary" onClick={() => openDialog({ kind: 'visit', studentId })}>
        {t('students.register')}
      </Button>
    )
  }
  function papers() {
    return [
      lastVisit && {
        key: 'visit-record',
        label: t('students.printLastVisit', { date: formatDate(lastVisit.at, today) }),
        onClick: () => void navigate(paths.print('visit-record', lastVisit.visitId ?? '')),
      },
      {
        key: 'notice',
        label: t('codes.printForms.notice'),
        onClick: () => void navigate(paths.print('notice', studentId)),
      },
      ...(['confidentiality', 'work-agreement', 'recording-consent'] as const).map((form) => ({
        key: form,
        label: t(`codes.printForms.${form}`),
        onClick: () => void navigate(paths.print(form, studentId)),
      })),
    ].filter((item) => item !== undefined)
  }
  function more() {
    return [
      {
        key: 'papers',
        label: t('students.papers'),
        onClick: () => openDialog({ kind: 'attachments', studentId, about: 'student', aboutId: studentId }),
      },
      openCrisisId === null ? undefined : { key: 'print', label: t('students.print'), children: papers() },
      (toWrite || booking) && may('visits.register')
        ? { key: 'visit', label: t('students.register'), onClick: () => openDialog({ kind: 'visit', studentId }) }
        : undefined,
      ...(may('assessments.begin') ? counselorsOwn() : []),
      openCase && {
        key: 'case',
        label: t('students.toCase'),
        onClick: () => void navigate(paths.case(openCase.id)),
      },
      openCase && may('cases.close') && header.holder?.id === me.id
        ? {
            key: 'close-case',
            label: t('students.closeCase'),
            onClick: () => openDialog({ kind: 'close-case', studentId, caseId: openCase.id }),
          }
        : undefined,
    ].filter((item) => item !== undefined && item !== null)
  }
  function counselorsOwn() {
    return [
      { key: 'test', label: t('students.giveTest'), onClick: () => openDialog({ kind: 'assessment', studentId }) },
      { key: 'risk', label: t('students.setRisk'), onClick: () => openDialog({ kind: 'risk', studentId }) },
      { key: 'referral', label: t('students.refer'), onClick: () => openDialog({ kind: 'referral', studentId }) },
      header.openRequestId === null
        ? {
            key: 'acceptance',
            label: t('acceptances.request'),
            onClick: () => openDialog({ kind: 'acceptance', studentId }),
          }
        : {
            key: 'acceptance',
            label: t('students.toRequest'),
            onClick: () =>
              openDialog({ kind: 'acceptance-sheet', acceptanceId: header.openRequestId ?? '', studentId }),
          },
      ...(header.decline === null
        ? [{ key: 'decline', label: t('declines.title'), onClick: () => openDialog({ kind: 'decline', studentId }) }]
        : []),
      { key: 'consent', label: t('students.recordConsent'), onClick: () => openDialog({ kind: 'consent', studentId }) },
      { key: 'student', label: t('students.edit'), onClick: () => openDialog({ kind: 'student', studentId }) },
    ]
  }
}
