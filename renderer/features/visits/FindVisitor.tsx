import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { studentsFoundQuery } from '#lib/students-found'
import { Finder } from '#ui/Finder'
import { RiskTag } from '#ui/RiskTag'
import { SheetDialog } from '#ui/SheetDialog'
import { NewVisitor } from './NewVisitor.tsx'

type Props = {
  startText: string
  newcomer?: 'guest' | 'alias'
  /** Nobody has come yet: it is about somebody who will. */
  isAhead?: boolean
  onFound: (studentId: string) => void
  onClose: () => void
}

/** Search before create: whoever is not found can be taken in by name or by a 化名. */
export function FindVisitor({ startText, newcomer, isAhead = false, onFound, onClose }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(startText)
  const [kind, setKind] = useState<'guest' | 'alias' | null>(newcomer ?? null)
  const who = t(isAhead ? 'visits.whoWill' : 'visits.who')
  const { data: hits = [], isFetching } = useQuery(studentsFoundQuery(text))
  if (kind) return <NewVisitor kind={kind} name={text.trim()} onKnown={onFound} onClose={onClose} />
  return (
    <SheetDialog title={who} width={560} onClose={onClose}>
      <Finder
        isLooking={isFetching}
        label={who}
        placeholder={t('visits.whoHint')}
        startText={startText}
        onText={setText}
        findings={(text.trim() === '' ? [] : hits).map((hit) => ({
          key: hit.id,
          name: hit.name,
          hint: [hit.className ?? hit.grade, hit.studentNo].filter(Boolean).join(' · '),
          mark: <RiskTag rank={hit.riskRank} />,
        }))}
        others={[
          { key: 'guest', name: t('visits.guest'), hint: t('visits.guestHint') },
          { key: 'alias', name: t('visits.alias'), hint: t('visits.aliasHint') },
        ]}
        onPick={(key) => (key === 'guest' || key === 'alias' ? setKind(key) : onFound(key))}
      />
    </SheetDialog>
  )
}
