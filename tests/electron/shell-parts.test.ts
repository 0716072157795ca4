import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { dataPlace, prepareDataPlace } from '#electron/data-place'
import { scratchFolder } from '#tests/scratch-folder'

describe('where the vault lies', () => {
  it('on Windows never in the roaming profile, which a school network copies about', () => {
    expect(dataPlace('win32', { LOCALAPPDATA: 'C:\\L', APPDATA: 'C:\\R' }, 'C:\\H')).toBe(join('C:\\L', 'Quietroom'))
    expect(dataPlace('win32', {}, 'C:\\H')).toBe(join('C:\\H', 'AppData', 'Local', 'Quietroom'))
  })
  it('at the usual place elsewhere', () => {
    expect(dataPlace('darwin', {}, '/Users/s')).toBe('/Users/s/Library/Application Support/Quietroom')
    expect(dataPlace('linux', {}, '/home/s')).toBe('/home/s/.local/share/quietroom')
    expect(dataPlace('linux', { XDG_DATA_HOME: '/data' }, '/home/s')).toBe('/data/quietroom')
  })
  it('E41 is readable by this account alone', () => {
    const place = join(scratchFolder('place'), 'a/b')
    prepareDataPlace(place)
    expect(statSync(place).mode & 0o777).toBe(0o700)
  })
})

describe('the built preload', () => {
  it('E4 E20 is one CommonJS file that needs Electron alone, as the sandbox demands', async () => {
    const outDir = scratchFolder('preload')
    await build({ configFile: 'vite.config.ts', mode: 'preload', logLevel: 'silent', build: { outDir } })
    const code = readFileSync(join(outDir, 'preload.cjs'), 'utf8')
    expect([...code.matchAll(/\brequire\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"'])
    expect(code).not.toMatch(/^\s*(?:import|export)\s/m)
  })
})
