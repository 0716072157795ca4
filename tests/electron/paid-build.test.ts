import { join } from 'node:path'
import { build } from 'vite'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { testContext } from '#tests/context'
import { ROOT } from '#tests/source-files'

/** What the built host says of itself. */
async function builtWith(paid: string): Promise<string> {
  vi.stubEnv('QUIETROOM_PAID', paid)
  const made = await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    mode: 'host',
    logLevel: 'error',
    build: { write: false, license: false, rolldownOptions: { input: { paid: 'electron/host/paid-build.ts' } } },
  })
  const parts = [made].flat().flatMap((one) => ('output' in one ? one.output : []))
  return parts.flatMap((part) => (part.type === 'chunk' ? [part.code] : [])).join('')
}
const withheld = async (paidBuild: boolean): Promise<string[]> => {
  const t = testContext()
  t.services.paidBuild = paidBuild
  return (await t.client.instruments.list({})).filter((one) => one.withheld).map(({ id }) => id)
}

afterEach(() => vi.unstubAllEnvs())

describe('a program that is sold', () => {
  it('withholds exactly WHO-5 and SWLS; the free one nothing', async () => {
    expect((await withheld(true)).toSorted()).toEqual(['swls', 'who5'])
    expect(await withheld(false)).toEqual([])
  })

  it('is made by one switch of the build and by nothing else', async () => {
    expect(await builtWith('1')).toMatch(/PAID_BUILD = .*true/u)
    expect(await builtWith('0')).toMatch(/PAID_BUILD = .*false/u)
  })
})
