import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { VaultStatus } from '#contract/vault'
import { statusQuery } from '#lib/vault-status'
import { AlarmPage } from './AlarmPage.tsx'
import { AlarmShown } from './alarm-shown.ts'

type Props = {
  /** As it was when the room was opened. */
  status: VaultStatus
  /** Locks the room: the way to a backup begins at the closed door. */
  onLock: () => void
  children: ReactNode
}

/** Before anything else of a vault that is not as it should be: what happened, what is safe, and the ways on. */
export function AlarmGate({ status, onLock, children }: Props) {
  const { data } = useQuery({ ...statusQuery, initialData: status })
  const [isReading, setReading] = useState(false)
  const { alarm } = data
  if (alarm && alarm.kind !== 'disk-full' && !isReading)
    return <AlarmPage alarm={alarm} onRead={() => setReading(true)} onLock={onLock} />
  return <AlarmShown value={() => setReading(false)}>{children}</AlarmShown>
}
