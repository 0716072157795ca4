import './pieces.css'
import '#fonts/fonts.css'
import { SetupPage } from '#features/setup/SetupPage'
import { addAllWords } from '#lib/all-words'
import { Look } from './Look.tsx'

addAllWords()

/** The first start, before there is a vault. */
export function SetupDoor(doors: { onOpened: () => void; onRestore: () => void }) {
  return (
    <Look wanted="system">
      <SetupPage {...doors} />
    </Look>
  )
}
