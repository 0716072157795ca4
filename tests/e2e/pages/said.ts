import type { Language } from '#contract/vault'

type Words = { [key: string]: string | Words }
const files = import.meta.glob<Record<Language, Words>>('../../../renderer/lib/words/*.ts', { eager: true })

/** What the window says under a key: `say('notes.sign')`; blanks such as {{day}} match anything. */
export const saidIn =
  (language: Language) =>
  (key: string): string => {
    const [feature = '', ...path] = key.split('.')
    const words = files[`../../../renderer/lib/words/${feature}.ts`]?.[language]
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
