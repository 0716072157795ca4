import type { Account } from '#contract/settings'
import type { Alarm } from '#contract/vault'
import type { Connection } from '#db/connection'
import type { Care } from '#db/vault/examine'
import type { OwnKeys } from '#db/vault/own-keys'

/** What is open while the room is unlocked: the vault and who works in it. */
export type OpenRoom = {
  connection: Connection
  me: Account
  practice: boolean
  keys: OwnKeys | null
  startCode: boolean
  /** Why the room is open only for reading. */
  alarm?: Alarm | null
  /** What is open beside the vault; nothing where a vault stands alone. */
  care?: Care
}
