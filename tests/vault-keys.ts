import { randomBytes, randomUUID } from 'node:crypto'
import { slotForBackup, slotForPerson, slotForRecovery } from '#db/vault/change-keyslots'
import { KDF_FLOOR } from '#db/vault/kdf'
import { type Keyslots, sign, writeKeyslots } from '#db/vault/keyslots-file'
import type { OwnKeys } from '#db/vault/own-keys'
import { formatRecoveryCode, newRecoveryBytes } from '#core/recovery-code'

export const VAULT_PASSWORD = '枫叶 灯笼 水獭 窗户 河流 maple'
export const BACKUP_PASSPHRASE = 'amber kettle drifts over seven quiet lakes'

export type TestKeys = {
  keyslots: Keyslots
  own: OwnKeys
  userId: string
  databaseKey: Buffer
  /** The 20 bytes of the recovery code, and as it is printed. */
  code: Buffer
  printedCode: string
}

/** Keyslots of one person with a recovery sheet and a backup passphrase, written into a folder at the cheapest cost. */
export async function writeTestKeys(
  folder: string,
  databaseKey: Buffer = randomBytes(32),
  userId: string = randomUUID(),
): Promise<TestKeys> {
  const belonging = { vaultId: randomUUID(), epoch: 1 }
  const basis = { belonging, databaseKey, at: '2026-11-21T08:00:00.000Z' }
  const code = Buffer.from(newRecoveryBytes(randomBytes))
  const person = await slotForPerson(basis, { userId, start: false }, VAULT_PASSWORD, KDF_FLOOR)
  const backup = await slotForBackup(basis, BACKUP_PASSPHRASE, KDF_FLOOR)
  const slots = [person.slot, slotForRecovery(basis, code).slot, backup.slot]
  const keyslots = writeKeyslots(folder, sign({ ...belonging, counter: 1, slots, former: [], due: false }, databaseKey))
  return { keyslots, own: person.own, userId, databaseKey, code, printedCode: formatRecoveryCode(code) }
}
