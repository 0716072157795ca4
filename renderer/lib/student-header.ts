import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { StudentHeader } from '#contract/students'
import { client } from '#lib/client'
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

/** The line that fixes at the top of a form about whom it is. */
export const useWho = (studentId: string | null): { who: WhoLine | null; header: StudentHeader | undefined } => {
  const { riskLevels } = useWorkplace()
  const { data: header } = useQuery(studentHeaderQuery(studentId ?? ''))
  if (!header) return { who: null, header: undefined }
  const { student, risk } = header
  return {
    who: {
      name: student.name,
      facts: [student.className ?? student.grade, student.studentNo].filter(Boolean).join(' · '),
      tone: riskTone(risk?.rank ?? null, riskLevels),
    },
    header,
  }
}

/** F9 and the search know whose page this is while it is on the screen. */
export const useShownStudent = (studentId: string | undefined): void => {
  const showStudent = useSession((session) => session.showStudent)
  useEffect(() => {
    if (!studentId) return
    showStudent(studentId)
    return () => showStudent(null)
  }, [studentId, showStudent])
}
