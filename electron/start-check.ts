import { join } from 'node:path'
import { app } from 'electron'
import { wasStartedDangerously } from '#electron/hardening'
import { nativePartsAreWhole } from '#electron/native-parts'

export type Objection = 'refused' | 'changed'

/** What speaks against opening an installed room; null when nothing does. An unpacked one is the developer's own. */
export const objectionToStart = (): Objection | null => {
  if (!app.isPackaged) return null
  if (wasStartedDangerously()) return 'refused'
  const unpacked = join(process.resourcesPath, 'app.asar.unpacked')
  return nativePartsAreWhole(join(app.getAppPath(), 'dist/electron/native-parts.json'), unpacked) ? null : 'changed'
}
