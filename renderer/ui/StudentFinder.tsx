import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { studentsFoundQuery } from '#lib/students-found'
import { Finder } from './Finder.tsx'
import type { Finding } from './Finder.tsx'
import { SheetDialog } from './SheetDialog.tsx'

type Props = {
  title: string
  /** Answers besides a student, e.g. nobody who is known. */
  others?: readonly Finding[]
  onFound: (key: string) => void
  onClose: () => void
}

/** One question before a form: about whom. */
export function StudentFinder({ title, others = [], onFound, onClose }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { data: hits = [], isFetching } = useQuery(studentsFoundQuery(text))
  return (
    <SheetDialog title={title} width={560} onClose={onClose}>
      <Finder
        isLooking={isFetching}
        label={title}
        placeholder={t('contacts.findHint')}
        onText={setText}
        findings={(text.trim() === '' ? [] : hits).map((hit) => ({
          key: hit.id,
          name: hit.name,
          hint: [hit.className ?? hit.grade, hit.studentNo].filter(Boolean).join(' · '),
        }))}
        others={others}
        onPick={onFound}
      />
    </SheetDialog>
  )
}
