import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type InlineConfig, type Plugin } from 'vite'
import { onTestFinished } from 'vitest'
import type * as server from '#electron/loopback/server'
import { freshId } from './random.ts'
import { ROOT } from '#tests/source-files'

/**
 * A guard that is taken out, so that a test of attacks shows that it would see its absence: in `file` the text `was`
 * becomes `becomes`, in a program that is built for one test. The product has no switch for any of it.
 */
export type Break = { file: string; was: string; becomes: string }

/** The carrier of the loopback shell without these guards. */
export async function brokenCarrier(...breaks: readonly Break[]): Promise<typeof server.openLoopback> {
  const outDir = placeForOne()
  const input = join(ROOT, 'electron', 'loopback', 'server.ts')
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [without(breaks)],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'es2024',
      outDir,
      minify: false,
      rolldownOptions: { input, external: [/^node:/], output: { format: 'es', entryFileNames: 'server.mjs' } },
    },
  })
  const built = (await import(/* @vite-ignore */ pathToFileURL(join(outDir, 'server.mjs')).href)) as typeof server
  return built.openLoopback
}

/** The built program without these guards, beside the window as it is; gives its `loopback.js`. */
export async function brokenProgram(...breaks: readonly Break[]): Promise<string> {
  const place = placeForOne()
  const own: InlineConfig = { configFile: join(ROOT, 'vite.config.ts'), mode: 'host', logLevel: 'error' }
  await build({ ...own, plugins: [without(breaks)], build: { outDir: join(place, 'electron') } })
  cpSync(join(ROOT, 'dist', 'renderer'), join(place, 'renderer'), { recursive: true })
  return join(place, 'electron', 'loopback.js')
}

/** Inside the root, where the packages are found. */
function placeForOne(): string {
  const place = join(ROOT, '.cache', 'faults', `broken-${freshId()}`)
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  return place
}

function without(breaks: readonly Break[]): Plugin {
  const left = new Set(breaks)
  return {
    name: 'without-guards',
    enforce: 'pre',
    transform(code, id) {
      let broken = code
      for (const one of breaks.filter(({ file }) => id === join(ROOT, file))) {
        if (broken.split(one.was).length !== 2) throw new Error(`${one.file} does not say once: ${one.was}`)
        broken = broken.replace(one.was, () => one.becomes)
        left.delete(one)
      }
      return broken === code ? null : { code: broken, map: null }
    },
    buildEnd() {
      for (const { file } of left) throw new Error(`${file} is not part of this program`)
    },
  }
}
