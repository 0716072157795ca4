import './hours.css'
import { useWorkplace } from '#lib/workplace'
import { useMay } from '#lib/rights'
import { BusyPanel } from './BusyPanel.tsx'
import { HandoverPanel } from './HandoverPanel.tsx'
import { RosterPanel } from './RosterPanel.tsx'

/** 值班: who is there, when I am not, and what one shift leaves to the next. */
export function RosterSection() {
  const may = useMay()
  const { accounts } = useWorkplace()
  return (
    <>
      <RosterPanel />
      {may('hours.saveBusy') && <BusyPanel />}
      {may('hours.handOver') && accounts.length > 1 && <HandoverPanel />}
    </>
  )
}
