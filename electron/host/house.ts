import type { Place } from './places.ts'
import type { OpenRoom } from './room.ts'

/** What the lifecycle lends to those who answer calls of the host. */
export type House = {
  place(): Place
  room(): OpenRoom | null
  /** Closes the vault as a lock does. */
  lock(reason: string): void
  /** Opens the vault with a password, at the pace of every other try. Not yet the room. */
  open(password: string): Promise<OpenRoom>
  /** False for any other text; `forbidden` for a code that opens nothing. Opens nothing itself. */
  isRecoveryCode(text: string): Promise<boolean>
  enter(room: OpenRoom): void
  alone<T>(work: () => Promise<T>): Promise<T>
  changed(): { ok: true }
}
