import './hours.css'
import { useMay } from '#lib/rights'
import { BusyPanel } from './BusyPanel.tsx'
import { HandoverPanel } from './HandoverPanel.tsx'
import { RosterPanel } from './RosterPanel.tsx'

/** 值班: who is there, when I am not, and what one shift leaves to the next. */
export function RosterSection() {
  const may = useMay()
  return (
    <>
      <RosterPanel />
      {may('hours.saveBusy') && <BusyPanel />}
      {may('hours.handOver') && <HandoverPanel />}
    </>
  )
}
