import '#fonts/fonts.css'
import './pieces.css'
import { FirstPassword } from '#features/accounts/FirstPassword'
import { addAllWords } from '#lib/all-words'
import { lockRoom } from './lock.ts'
import { Look } from './Look.tsx'
import { useIdle } from './use-idle.ts'

addAllWords()

const IDLE_MINUTES = 5

type Props = { code: string; isReadOnly: boolean; onDone: () => void }

/** Opened with a start code: a password of one's own comes before anything else. */
export function FirstPasswordDoor({ code, isReadOnly, onDone }: Props) {
  useIdle(IDLE_MINUTES, () => void lockRoom())
  return (
    <Look wanted="system">
      <FirstPassword code={code} isReadOnly={isReadOnly} onDone={onDone} onLock={() => void lockRoom()} />
    </Look>
  )
}
