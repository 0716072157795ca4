import './pieces.css'
import '#fonts/fonts.css'
import type { VaultStatus } from '#contract/vault'
import { RestorePage } from '#features/restores/RestorePage'
import { TroublePage } from '#features/restores/TroublePage'
import { addAllWords } from '#lib/all-words'
import { Look } from './Look.tsx'

addAllWords()

type Props = {
  status: VaultStatus
  isRestoring: boolean
  onRestore: () => void
  onLeave: () => void
  onLook: () => void
}

/** Bringing a backup back, and what stands where the password cannot even be tried. */
export function RestoreDoor({ status, isRestoring, onRestore, onLeave, onLook }: Props) {
  return (
    <Look wanted="system">
      {isRestoring || !status.trouble ? (
        <RestorePage hasRecords={status.state === 'locked'} onLeave={onLeave} onRestored={onLook} />
      ) : (
        <TroublePage trouble={status.trouble} onRestore={onRestore} onLookAgain={onLook} />
      )}
    </Look>
  )
}
