import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { studentsFoundQuery } from '#lib/students-found'
import { Finder } from '#ui/Finder'
import { SheetDialog } from '#ui/SheetDialog'

/** Whom a test is for: somebody who is known already. */
export function FindStudent({ onFound, onClose }: { onFound: (studentId: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { data: hits = [], isFetching } = useQuery(studentsFoundQuery(text))
  return (
    <SheetDialog title={t('sheets.who')} width={560} onClose={onClose}>
      <Finder
        isLooking={isFetching}
        label={t('sheets.who')}
        placeholder={t('sheets.whoHint')}
        onText={setText}
        findings={(text.trim() === '' ? [] : hits).map((hit) => ({
          key: hit.id,
          name: hit.name,
          hint: [hit.className ?? hit.grade, hit.studentNo].filter(Boolean).join(' · '),
        }))}
        onPick={onFound}
      />
    </SheetDialog>
  )
}
