import { useCallback, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { PaperState } from './paper-state.ts'

type Props = { count: number; children: (copy: number) => ReactNode }

/** The same paper more than once, one copy behind the other; the sheets are counted together. */
export function Copies({ count, children }: Props) {
  const tellSheets = useContext(PaperState)
  const [sheets, setSheets] = useState<readonly (number | null)[]>(() => Array.from({ length: count }, () => null))
  useEffect(() => {
    tellSheets(sheets.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0))
  }, [sheets, tellSheets])
  return Array.from({ length: count }, (_, copy) => (
    <Copy key={copy} copy={copy} onLaidOut={setSheets}>
      {children(copy)}
    </Copy>
  ))
}

type CopyProps = {
  copy: number
  onLaidOut: (change: (sheets: readonly (number | null)[]) => readonly (number | null)[]) => void
  children: ReactNode
}
function Copy({ copy, onLaidOut, children }: CopyProps) {
  const tell = useCallback(
    (sheets: number | null) => onLaidOut((all) => all.map((one, at) => (at === copy ? sheets : one))),
    [copy, onLaidOut],
  )
  return <PaperState value={tell}>{children}</PaperState>
}
