import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Where the room keeps its vault; the same for both shells. Never a roaming profile: that would copy a half-written vault
 * over the school's network at every sign-off. `QUIETROOM_DATA` names another place.
 */
export const dataPlace = (
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string => {
  if (env.QUIETROOM_DATA) return resolve(env.QUIETROOM_DATA)
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Quietroom')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Quietroom')
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'quietroom')
}

/** Makes the place, for this account alone. */
export const prepareDataPlace = (place: string): void => {
  mkdirSync(place, { recursive: true, mode: 0o700 })
}
