import { toAppError } from './client.ts'

/** Why a right password does not open the records, although nothing is wrong with them. */
const HARMLESS = ['disk-full', 'read-only', 'no-backup', 'in-use', 'newer-version', 'keyslots-altered'] as const

/** The words for a `storage` error at a closed door; `door.damaged` for whatever nobody foresaw. */
export function doorTrouble(error: unknown) {
  const { reason } = toAppError(error).data
  const harmless = HARMLESS.find((one) => one === reason)
  return harmless ? (`door.storage.${harmless}` as const) : 'door.damaged'
}
