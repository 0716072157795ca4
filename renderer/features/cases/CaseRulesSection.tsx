import { useQuery } from '@tanstack/react-query'
import { client } from '#lib/client'
import { ErrorState } from '#ui/ErrorState'
import { ArchiveRulesPanel } from './ArchiveRulesPanel.tsx'
import { LadderRulesPanel } from './LadderRulesPanel.tsx'
import { WayRulesPanel } from './WayRulesPanel.tsx'

/** 个案与归档: what the way of a case asks for, when contact is due, the ladders, and how long files are kept. */
export function CaseRulesSection() {
  const way = useQuery({ queryKey: ['cases', 'rules'], queryFn: () => client.cases.rules({}) })
  const ladders = useQuery({ queryKey: ['followups', 'rules'], queryFn: () => client.followups.rules({}) })
  const archive = useQuery({ queryKey: ['archives', 'rules'], queryFn: () => client.archives.rules({}) })
  const error = way.error ?? ladders.error ?? archive.error
  if (error) return <ErrorState error={error} />
  return (
    <>
      {way.data && <WayRulesPanel start={way.data} />}
      {ladders.data && <LadderRulesPanel start={ladders.data} />}
      {archive.data && <ArchiveRulesPanel start={archive.data} />}
    </>
  )
}
