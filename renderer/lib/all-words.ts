import { addWords } from '#lib/words'
import type { FeatureWords } from '#lib/words'

const files = import.meta.glob<FeatureWords>('./words/*.ts', { eager: true })

/** The words of `lib/words/<feature>.ts` become `t('<feature>.…')`. */
export const addAllWords = (): void => {
  for (const [path, words] of Object.entries(files))
    addWords(path.slice('./words/'.length, -'.ts'.length), { zh: words.zh, en: words.en })
}
