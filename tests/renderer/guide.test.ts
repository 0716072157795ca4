import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pages } from '#app/routes'
import { readGuide, sectionsWith } from '#lib/guide-text'
import { GUIDE_OF_DIALOGS, GUIDE_OF_PAGES, GUIDE_OF_SETTINGS, guideSectionAt } from '#lib/guide-sections'
import { ROOT } from '#tests/source-files'

const LANGUAGES = ['zh', 'en'] as const
const guide = (language: (typeof LANGUAGES)[number]) =>
  readGuide(readFileSync(join(ROOT, `docs/guide/${language}.md`), 'utf8'), { page: 'guide', sections: 3 })
const idsOf = (language: (typeof LANGUAGES)[number]) =>
  guide(language).flatMap(({ sections }) => sections.map(({ id }) => id))

describe('the guide in the window', () => {
  it.each(pages.map(({ path }) => path))('the page %s leads to a section of its own or of its register', (path) => {
    const section = guideSectionAt({ pathname: path.replaceAll(/:\w+/gu, 'x'), hash: '' }, null)
    expect(GUIDE_OF_PAGES).toHaveProperty([path])
    for (const language of LANGUAGES) expect(idsOf(language)).toContain(section)
  })
  it.each(LANGUAGES)('every page and dialog leads to a section that is written, in %s', (language) => {
    const ids = idsOf(language)
    const places = [GUIDE_OF_PAGES, GUIDE_OF_SETTINGS, GUIDE_OF_DIALOGS]
    for (const section of places.flatMap((of) => Object.values(of))) expect(ids).toContain(section)
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('says the same things in the same order in both languages', () => {
    expect(idsOf('en')).toEqual(idsOf('zh'))
  })
  it.each(LANGUAGES)('every link leads to a section or a page of the guide, in %s', (language) => {
    const text = readFileSync(join(ROOT, `docs/guide/${language}.md`), 'utf8')
    const links = [...text.matchAll(/\]\((?<to>[^)]+)\)/gu)].map(({ groups }) => groups?.['to'] ?? '')
    expect(links.length).toBeGreaterThan(0)
    for (const to of links)
      if (to.startsWith('#')) expect(idsOf(language)).toContain(to.slice(1))
      else expect(to).toBe(`instrument-file.${language}.md`)
  })
  it('a dialog is looked up before the page below it, and the tab of a register or of the settings before its page', () => {
    const at = (pathname: string, hash = '') => ({ pathname, hash })
    expect(guideSectionAt(at('/calendar'), 'crisis')).toBe('crisis')
    expect(guideSectionAt(at('/registers/contacts'), null)).toBe('contacts')
    expect(guideSectionAt(at('/cases/x/intake'), null)).toBe('intake')
    expect(guideSectionAt(at('/settings', '#bin'), null)).toBe('earlier')
    expect(guideSectionAt(at('/settings', '#school'), null)).toBe('settings')
  })
})

describe('reading a page of it', () => {
  const read = (text: string) => readGuide(text, { page: 'p', sections: 3 })
  it('knows parts and sections by their headings, names by their anchors, and keeps no markup in what is searched', () => {
    const [, part] = read(
      '# T\nHello\n\n## Day\n### <a id="today"></a>Today\nPress **N** or `F9`.\n\n| a | b |\n|---|---|\n| c | d |',
    )
    expect(part).toMatchObject({ title: 'Day', sections: [{ id: 'today', title: 'Today' }] })
    expect(part?.sections[0]?.plain).toBe('Today\nPress N or F9.\na b\nc d')
  })
  it('what stands before the first section is a section, too', () => {
    expect(read('# T\nHello')).toMatchObject([{ title: 'T', sections: [{ id: 'p', plain: 'T\nHello' }] }])
  })
  it('finds the sections that have the words, whatever the case', () => {
    const parts = read('# T\n## Day\n### One\nLetterbox\n### Two\nNothing')
    expect(sectionsWith(parts, ' letterBOX ').flatMap(({ sections }) => sections.map(({ title }) => title))).toEqual([
      'One',
    ])
    expect(sectionsWith(parts, '')).toEqual(parts)
  })
})
