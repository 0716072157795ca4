import type { Account } from '#contract/settings'
import type { Connection } from '#db/connection'
import type { OwnKeys } from '#db/vault/own-keys'

/** What is open while the room is unlocked: the vault and who works in it. */
export type OpenRoom = {
  connection: Connection
  me: Account
  practice: boolean
  keys: OwnKeys | null
  startCode: boolean
}
