import './sheet-part.css'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '#lib/paths'
import { riskLabel, riskTone, useWorkplace } from '#lib/workplace'
import { Strip } from './Strip.tsx'
import { Tag } from './Tag.tsx'

type Props = {
  header: {
    student: { id: string; name: string; className: string | null; grade: string | null }
    risk: { rank: number; reason: string } | null
  }
  /** What lies on the desk, and of which case. */
  what: ReactNode
  caseNo: string
  tags?: ReactNode
  children: ReactNode
}

/** Whose sheet this is, beside the buttons that save it. */
export function CaseSheetStrip({ header: { student, risk }, what, caseNo, tags, children }: Props) {
  const { riskLevels } = useWorkplace()
  const rank = risk?.rank ?? null
  const tone = riskTone(rank, riskLevels)
  return (
    <Strip
      tone={tone}
      name={
        <Link className="sheet-name" to={paths.student(student.id)}>
          {student.name}
        </Link>
      }
      facts={
        <>
          {[student.className ?? student.grade, caseNo].filter(Boolean).join(' · ')}
          {' · '}
          {what}
        </>
      }
      tags={
        <>
          {rank !== null && rank > 0 && (
            <Tag tone={tone} title={risk?.reason}>
              {riskLabel(rank, riskLevels)}
            </Tag>
          )}
          {tags}
        </>
      }
    >
      {children}
    </Strip>
  )
}
