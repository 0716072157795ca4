import { randomBytes } from 'node:crypto'
import type { Account } from '#contract/settings'
import { equip, type NewSchool } from '#core/new-vault'
import { connect } from '#db/connection'
import { writeAnchor } from '#db/vault/anchor'
import { renameDurably } from '#db/vault/files'
import { slotForPerson, slotForRecovery } from '#db/vault/change-keyslots'
import { calibrateKdf } from '#db/vault/kdf'
import { type Keyslots, sign, writeKeyslots } from '#db/vault/keyslots-file'
import { createVault } from '#db/vault/open'
import type { OwnKeys } from '#db/vault/own-keys'
import { signerOf } from '#db/vault/signing'
import { markOf } from '#db/vault/standing'
import type { Clock } from './clock.ts'
import { growingFile, type Place, prepare } from './places.ts'

/** How long one unlock should take on this machine (security.md §3.3: 0.8–1.5 s). */
export const KDF_TARGET_MS = 1000

export type NewVault = {
  school: NewSchool
  account: Account
  password: string
  /** 20 bytes; null for the practice vault, which has no recovery sheet. */
  recovery: Uint8Array | null
  clock: Clock
  newId(): string
  kdfTargetMs: number
}

/** Makes a whole vault: it grows beside its final name, then keyslots are written, then it gets its name. */
export async function foundVault(place: Place, vault: NewVault): Promise<void> {
  prepare(place)
  const databaseKey = randomBytes(32)
  try {
    const { own, write, end } = await firstKeyslots(place, vault, databaseKey)
    try {
      grow(place, vault, own, databaseKey)
      write()
    } finally {
      end()
    }
    renameDurably(growingFile(place), place.vaultFile)
  } finally {
    databaseKey.fill(0)
  }
}

/** Stretches the password; what is given back writes both copies. */
async function firstKeyslots(place: Place, vault: NewVault, databaseKey: Buffer) {
  const { account, password, recovery, clock, newId, kdfTargetMs } = vault
  const belonging = { vaultId: newId(), epoch: 1 }
  const basis = { belonging, databaseKey, at: clock.now() }
  const kdf = await calibrateKdf(kdfTargetMs)
  const person = await slotForPerson(basis, { userId: account.id, start: false }, password, kdf)
  const fresh = [person, ...(recovery ? [slotForRecovery(basis, Buffer.from(recovery))] : [])]
  const slots = fresh.map(({ slot }) => slot)
  const signed = sign({ ...belonging, counter: 1, slots, former: [], due: false }, databaseKey)
  const prove = (readBack: Keyslots): void => {
    for (const slot of fresh) slot.prove(readBack)
  }
  const end = (): void => {
    for (const slot of fresh) slot.end()
  }
  return { own: person.own, write: () => writeKeyslots(place.folder, signed, prove), end }
}

function grow(place: Place, { school, account, clock, newId }: NewVault, own: OwnKeys, databaseKey: Buffer): void {
  const signing = { publicKey: own.signing.publicKey, sign: signerOf(own) }
  const vault = createVault(growingFile(place), databaseKey)
  try {
    connect(vault).transaction((db) => equip(db, { school, account, signing, now: clock.now(), newId }))
    writeAnchor(vault.file, databaseKey, markOf(vault.db))
  } finally {
    vault.close()
  }
}
