import type { Language } from '#contract/vault'
import { type GuidePart, readGuide } from '#lib/guide-text'

/** The guide as it lies in docs/guide, built into the window; each language is a file of its own. */
const TEXTS: Record<Language, () => Promise<[guide: string, instrumentFile: string]>> = {
  zh: () =>
    Promise.all([
      import('#guide/zh.md?raw').then(({ default: text }) => text),
      import('#guide/instrument-file.zh.md?raw').then(({ default: text }) => text),
    ]),
  en: () =>
    Promise.all([
      import('#guide/en.md?raw').then(({ default: text }) => text),
      import('#guide/instrument-file.en.md?raw').then(({ default: text }) => text),
    ]),
}

export async function loadGuide(language: Language): Promise<GuidePart[]> {
  const [guide, instrumentFile] = await TEXTS[language]()
  return [
    ...readGuide(guide, { page: 'guide', sections: 3 }),
    ...readGuide(instrumentFile, { page: 'instrument-file', sections: 2 }),
  ]
}
