import './cases.css'
import { useQuery } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Case } from '#contract/cases'
import type { FileField } from '#contract/case-tables'
import type { StudentHeader } from '#contract/students'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMayWrite } from '#lib/whose'
import { riskLabel, riskTone, useWorkplace } from '#lib/workplace'
import { Strip } from '#ui/Strip'
import { Tag } from '#ui/Tag'
import { caseQueries } from '#lib/case-queries'

/** Whose case this is, how full its file is, and the way to the student and to the next record. */
export function CaseStrip({ one, header }: { one: Case; header: StudentHeader }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { riskLevels, today, accounts } = useWorkplace()
  const mayWrite = useMayWrite()
  const { student, risk, openCrisisId } = header
  const tone = riskTone(risk?.rank ?? null, riskLevels)
  const isOpen = one.state === 'open'
  return (
    <Strip
      tone={tone}
      seal={Array.from(student.name)[0]}
      name={student.name}
      facts={[student.className ?? student.grade, student.studentNo].filter(Boolean).join(' · ')}
      second={[
        t('cases.caseIs', { no: one.no }),
        t('cases.openedOn', { day: formatDate(one.openedOn, today) }),
        accounts.length > 1 && one.counselor,
        one.closedOn && t('cases.closedOn', { day: formatDate(one.closedOn, today) }),
        one.closeReason && t(`codes.closeReasons.${one.closeReason}`),
      ]
        .filter(Boolean)
        .join(' · ')}
      tags={
        <>
          {risk && tone !== 'plain' && (
            <Tag tone={tone} title={risk.reason}>
              {riskLabel(risk.rank, riskLevels)}
            </Tag>
          )}
          <FileMeter caseId={one.id} studentId={one.studentId} />
        </>
      }
    >
      <Button size="large" onClick={() => void navigate(paths.student(one.studentId))}>
        {t('cases.toStudent')}
      </Button>
      {!isOpen && (
        <Button size="large" onClick={() => void navigate(paths.print('closure', one.id))}>
          {t('cases.printClosure')}
        </Button>
      )}
      {one.closeReason === 'relation-overstepped' && (
        <Button size="large" onClick={() => void navigate(paths.print('termination', one.id))}>
          {t('cases.printTermination')}
        </Button>
      )}
      {openCrisisId !== null && (
        <Button size="large" danger type="primary" onClick={() => void navigate(paths.crisis(openCrisisId))}>
          {t('cases.toCrisis')}
        </Button>
      )}
      {isOpen && mayWrite && openCrisisId === null && (
        <Button size="large" type="primary" onClick={() => openDialog({ kind: 'visit', studentId: one.studentId })}>
          {t('cases.registerVisit')}
        </Button>
      )}
    </Strip>
  )
}

const IN_CONSENT: readonly FileField[] = ['notice', 'consent']

/** 档案完整 7/9: what is missing stands behind it, each with the way to it (S23). */
function FileMeter({ caseId, studentId }: { caseId: string; studentId: string }) {
  const { t } = useTranslation()
  const mayWrite = useMayWrite()
  const { data } = useQuery(caseQueries.progress(caseId))
  if (!data || data.file.asked === 0) return null
  const { filled, asked, lacks } = data.file
  const fill = (field: FileField) => {
    if (field === 'declaration') return openDialog({ kind: 'declaration', studentId, caseId })
    if (IN_CONSENT.includes(field)) return openDialog({ kind: 'consent', studentId })
    if (field === 'source' || field === 'problem') return openDialog({ kind: 'visit', studentId })
    return openDialog({ kind: 'student', studentId })
  }
  const meter = t('cases.complete', { filled, asked })
  if (lacks.length === 0) return <Tag tone="green">{meter}</Tag>
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('cases.fileLacks')}
      content={
        <div className="case-file-lacks">
          {lacks.map((field) => (
            <Button key={field} size="small" disabled={!mayWrite} onClick={() => fill(field)}>
              {t(`codes.fileFields.${field}`)}
            </Button>
          ))}
        </div>
      }
    >
      <button type="button" className="tag tag-amber case-meter">
        {meter}
      </button>
    </Popover>
  )
}
