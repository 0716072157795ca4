import './pieces.css'
import '#fonts/fonts.css'
import type { VaultStatus } from '#contract/vault'
import { SalvageForm } from '#features/alarms/SalvageForm'
import { RestorePage } from '#features/restores/RestorePage'
import { SalvagePage } from '#features/restores/SalvagePage'
import { TroublePage } from '#features/restores/TroublePage'
import { addAllWords } from '#lib/all-words'
import { Look } from './Look.tsx'

addAllWords()

export type Way = 'restore' | 'salvage' | null
type Props = { status: VaultStatus; way: Way; onWay: (way: Way) => void; onLook: () => void }

/** Bringing a backup back, saving what can be read, and what stands where the password cannot even be tried. */
export function RestoreDoor({ status, way, onWay, onLook }: Props) {
  return (
    <Look wanted="system">
      {way === 'salvage' ? (
        <SalvagePage onRestore={() => onWay('restore')} onLeave={() => onWay(null)}>
          <SalvageForm onLock={onLook} />
        </SalvagePage>
      ) : way === 'restore' || !status.trouble ? (
        <RestorePage hasRecords={status.state === 'locked'} onLeave={() => onWay(null)} onRestored={onLook} />
      ) : (
        <TroublePage trouble={status.trouble} onRestore={() => onWay('restore')} onLookAgain={onLook} />
      )}
    </Look>
  )
}
