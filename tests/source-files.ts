import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')
export const TOP_FOLDERS = ['build', 'contract', 'core', 'db', 'electron', 'renderer', 'tests'] as const

export type SourceFile = { path: string; name: string; text: string; imports: string[] }

/** Every hand-written file of code under the top folders, with what it imports. */
export function sourceFiles(): SourceFile[] {
  const patterns = TOP_FOLDERS.map((folder) => `${folder}/**/*.{ts,tsx,mjs}`)
  return globSync(patterns, { cwd: ROOT }).map((found) => {
    const path = found.replaceAll('\\', '/')
    const text = readFileSync(join(ROOT, path), 'utf8')
    const imports = [...text.matchAll(/^(?:import|export|\})[^'=]*'([^']+)'$|\bimport\('([^']+)'\)/gmu)].map(
      (match) => match[1] ?? match[2] ?? '',
    )
    return { path, name: basename(path).replace(/\.[a-z]+$/u, ''), text, imports }
  })
}
