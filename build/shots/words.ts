import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Language } from '#contract/vault'

const FOLDER = join(import.meta.dirname, '..', '..', 'renderer', 'lib', 'words')

/** What a button says, as the window says it: `students.write` gives 写本次记录. Gaps such as {{date}} match anything. */
export async function wordsOf(language: Language): Promise<(key: string) => RegExp> {
  const words: Record<string, unknown> = {}
  for (const file of readdirSync(FOLDER))
    words[basename(file, '.ts')] = ((await import(join(FOLDER, file))) as Record<Language, unknown>)[language]
  return (key) => {
    const text = key
      .split('.')
      .reduce((at: unknown, part) => (at as Record<string, unknown> | undefined)?.[part], words)
    if (typeof text !== 'string') throw new RangeError(`there is no word ${key}`)
    const pattern = text
      .split(/\{\{[^}]*\}\}/u)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
      .join('.*')
    return new RegExp(`^${pattern}`, 'u')
  }
}
