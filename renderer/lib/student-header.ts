import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { DraftLine } from '#contract/drafts'
import type { StudentHeader, StudentHit } from '#contract/students'
import { client } from '#lib/client'
import { useMay } from '#lib/rights'
import { useSession } from '#lib/session'
import { riskTone, useWorkplace } from '#lib/workplace'
import type { RiskTone } from '#lib/workplace'

/** Who this is, with risk, consent and what is open. */
export const studentHeaderQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['students', 'header', studentId],
    queryFn: () => client.students.header({ studentId }),
    enabled: studentId !== '',
  })

export type WhoLine = { name: string; facts: string; tone: RiskTone }

/**
 * The line that fixes at the top of a form about whom it is. The duty desk knows whom it has just found, or had begun to write about,
 * and no more.
 */
export const useWho = (studentId: string | null): { who: WhoLine | null; header: StudentHeader | undefined } => {
  const { riskLevels } = useWorkplace()
  const may = useMay()
  const queries = useQueryClient()
  const { data: header } = useQuery({
    ...studentHeaderQuery(studentId ?? ''),
    enabled: studentId !== null && may('students.header'),
  })
  if (!header) {
    const found = queries
      .getQueriesData<StudentHit[]>({ queryKey: ['students', 'find'] })
      .flatMap(([, hits]) => hits ?? [])
      .find(({ id }) => id === studentId)
    const begun = queries
      .getQueryData<DraftLine[]>(['drafts', 'list'])
      ?.find(({ student }) => student !== null && student.id === studentId)?.student
    const known = found
      ? { name: found.name, facts: factsOf(found) }
      : begun && { name: begun.name, facts: begun.className ?? '' }
    return { who: known ? { ...known, tone: 'plain' } : null, header: undefined }
  }
  const { student, risk } = header
  return {
    who: {
      name: student.name,
      facts: factsOf(student),
      tone: riskTone(risk?.rank ?? null, riskLevels),
    },
    header,
  }
}

const factsOf = ({ className, grade, studentNo }: Pick<StudentHit, 'className' | 'grade' | 'studentNo'>): string =>
  [className ?? grade, studentNo].filter(Boolean).join(' · ')

/** F9 and the search know whose page this is while it is on the screen. */
export const useShownStudent = (studentId: string | undefined): void => {
  const showStudent = useSession((session) => session.showStudent)
  useEffect(() => {
    if (!studentId) return
    showStudent(studentId)
    return () => showStudent(null)
  }, [studentId, showStudent])
}
