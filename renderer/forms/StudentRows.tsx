import type { PrintModel } from '#contract/prints'
import { ageOn } from '#contract/calendar'
import { Row } from './Row.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** Who the paper is about: no more than is needed to find the file. */
export function StudentRows({ model }: { model: PrintModel }) {
  const { t, code } = usePaperWords(model)
  const { student } = model
  if (!student) return null
  const isAlias = student.kind === 'alias'
  const name = isAlias ? t('forms.aliasName', { name: student.name }) : student.name
  const age = student.birthDate && t('forms.age', { years: ageOn(student.birthDate, model.printedAt.slice(0, 10)) })
  const place = [student.college, student.major, student.className ?? student.grade].filter(Boolean).join(' ')
  return (
    <>
      <Row
        cells={[
          { label: t('forms.student.name'), value: <strong>{name}</strong> },
          { label: t('forms.student.sex'), value: code('sexes', student.sex) },
          { label: t('forms.student.age'), value: age },
        ]}
      />
      <Row
        cells={[
          { label: t('forms.student.studentNo'), value: student.studentNo },
          { label: t('forms.student.className'), value: place },
          { label: t('forms.student.headTeacher'), value: student.headTeacher },
        ]}
      />
    </>
  )
}
