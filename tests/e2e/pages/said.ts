import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#contract/vault'
import { ROOT } from '#tests/source-files'

type Words = { [key: string]: string | Words }
const folder = join(ROOT, 'renderer', 'lib', 'words')
const files = new Map(
  await Promise.all(
    readdirSync(folder).map(
      async (file) =>
        [file.slice(0, -'.ts'.length), (await import(join(folder, file))) as Record<Language, Words>] as const,
    ),
  ),
)

/** What the window says under a key: `say('notes.sign')`; blanks such as {{day}} match anything. */
export const saidIn =
  (language: Language) =>
  (key: string): string => {
    const [feature = '', ...path] = key.split('.')
    const words = files.get(feature)?.[language]
    const text = path.reduce<string | Words | undefined>((at, part) => (typeof at === 'object' ? at[part] : at), words)
    if (typeof text !== 'string') throw new RangeError(`there is no word ${key}`)
    return text
  }

/** The words with anything in their blanks, whole. */
export const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(/\{\{[^}]*\}\}/u)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
      .join('.*')}$`,
    'u',
  )
