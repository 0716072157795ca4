import type { Keyslots } from '#db/vault/keyslots-file'
import type { Inside } from './open-set.ts'

/** A set that was opened and waits to be put in place; its key is zeroed when it is given up. */
export type HeldSet = { token: string; name: string; inside: Inside; ofSet: Keyslots; databaseKey: Buffer }
export type Holding = {
  hold(set: HeldSet): void
  /** The set of this token; null for any other and for one that is over. */
  get(token: string): HeldSet | null
  /** Gives up what is held; `clear` takes away what lies on the disk. */
  drop(): void
}

const HELD_FOR_MS = 10 * 60_000

export function createHolding(clear: () => void): Holding {
  let held: HeldSet | null = null
  let timer: NodeJS.Timeout | undefined
  const drop = (): void => {
    clearTimeout(timer)
    if (!held) return
    held.databaseKey.fill(0)
    held = null
    clear()
  }
  return {
    hold(set) {
      drop()
      held = set
      timer = setTimeout(drop, HELD_FOR_MS).unref()
    },
    get: (token) => (held?.token === token ? held : null),
    drop,
  }
}
