import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseRecoveryCode } from '#core/recovery-code'
import { openWithRecovery } from '#db/vault/keyslots'
import { readKeyslots } from '#db/vault/keyslots-file'
import { verifySet } from '#electron/host/backups/verify-set'
import { backupHouse, type BackupHouse } from '#tests/electron/backup-house'
import { fastFolder } from './fast-folder.ts'
import { type Files, materialise, readFiles } from './replay.ts'

/** A closed room and a stick with one good set of it, both in memory; `anew` makes them as they were. */
export type StickOfTests = {
  dataFolder: string
  stick: string
  placeId: string
  databaseKey: Buffer
  recoveryCode: string
  passphrase: string
  /** Name of the set that was there from the beginning. */
  older: string
  anew(): void
}

export const setNamesIn = (folder: string): string[] => readdirSync(folder).filter((name) => /^QR-[\d-]+$/u.test(name))

export async function stickOfTests(
  fill: (house: BackupHouse) => Promise<unknown> = () => Promise.resolve(),
): Promise<StickOfTests> {
  const house = await backupHouse()
  await fill(house)
  const base = fastFolder()
  const [dataFolder, stick] = [join(base, 'data'), join(base, 'stick')]
  mkdirSync(stick)
  await house.client.backups.addPlace({ label: 'U盘', folder: stick })
  const placeId = (await house.client.backups.status({})).places[1]?.id ?? ''
  const [outcome] = await house.backUp([placeId])
  if (!outcome?.safeToRemove) throw new Error(`no first set: ${outcome?.trouble}`)
  house.life().lock('test')
  cpSync(house.folder, dataFolder, { recursive: true })
  const start: Files[] = [readFiles(dataFolder), readFiles(stick)]
  return {
    dataFolder,
    stick,
    placeId,
    databaseKey: keyOf(house),
    recoveryCode: house.recoveryCode,
    passphrase: house.passphrase,
    older: setNamesIn(stick)[0] ?? '',
    anew() {
      for (const [i, folder] of [dataFolder, stick].entries()) materialise(start[i] ?? new Map(), folder)
    },
  }
}

/** Whether a set is whole, looked at by this process. */
export const isWhole = (set: string, databaseKey: Buffer): Promise<boolean> =>
  verifySet(set, databaseKey).then(
    () => true,
    () => false,
  )

function keyOf({ folder, recoveryCode }: BackupHouse): Buffer {
  const code = parseRecoveryCode(recoveryCode)
  const keyslots = readKeyslots(folder)
  const opened = 'bytes' in code && keyslots && openWithRecovery(keyslots, Buffer.from(code.bytes))
  if (!opened) throw new Error('the recovery code opens nothing')
  return opened.databaseKey
}
