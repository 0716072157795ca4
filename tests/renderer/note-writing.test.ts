import { describe, expect, it } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import type { NoteBody } from '#contract/notes'
import type { Snippet } from '#contract/settings'

type Writing = {
  withInserted: (body: NoteBody, earlier: NoteBody) => NoteBody
  withoutInserted: (body: NoteBody, earlier: NoteBody) => NoteBody
  joined: (mine: string, theirs: string) => string
  triggerAt: (text: string, caret: number) => { start: number; typed: string } | null
  snippetsFor: (typed: string, snippets: readonly Snippet[]) => Snippet[]
}
/** Rules inside feature folders; they have no alias because screens reach them from the same folder only. */
const { withInserted, withoutInserted, joined, triggerAt, snippetsFor } = Object.assign(
  {},
  ...Object.values(
    import.meta.glob(['../../renderer/features/notes/note-text.ts', '../../renderer/features/notes/snippets.ts'], {
      eager: true,
    }),
  ),
) as Writing

const note = (parts: Partial<NoteBody>): NoteBody => ({ ...EMPTY_NOTE, ...parts })

describe('inserting the last note', () => {
  const earlier = note({ state: '平稳', measures: '角色扮演' })
  it('adds below what stands there and replaces nothing', () => {
    const inserted = withInserted(note({ state: '低头' }), earlier)
    expect(inserted.state).toBe('低头\n平稳')
    expect(inserted.measures).toBe('角色扮演')
  })
  it('can be taken out again; what was typed since stays', () => {
    const inserted = withInserted(note({ state: '低头' }), earlier)
    const typedOn = { ...inserted, state: `${inserted.state}，后来笑了` }
    expect(withoutInserted(typedOn, earlier).state).toBe('低头，后来笑了')
    expect(withoutInserted(typedOn, earlier).measures).toBe('')
  })
  it('takes nothing out of a part that was rewritten', () => {
    expect(withoutInserted(note({ state: '全新的一段' }), earlier).state).toBe('全新的一段')
  })
})

describe('two texts of one part', () => {
  it('both are kept, one under the other', () => expect(joined('我写的', '别处写的')).toBe('别处写的\n我写的'))
  it('a text that goes on from the other is not doubled', () => expect(joined('一二三', '一二')).toBe('一二三'))
})

describe('standing texts', () => {
  const snippets = ['fx', 'fxp', 'zk'].map((trigger, n) => ({ id: String(n), trigger, text: trigger }))
  it('a semicolon, Chinese or not, begins a trigger at the caret', () => {
    expect(triggerAt('她说；f', 4)).toEqual({ start: 2, typed: 'f' })
    expect(triggerAt(';', 1)).toEqual({ start: 0, typed: '' })
  })
  it('a blank or a full stop ends it', () => {
    expect(triggerAt('说完; 再来', 6)).toBeNull()
    expect(triggerAt('说完;好。', 5)).toBeNull()
  })
  it('those that begin with what was typed are offered, shortest first', () => {
    expect(snippetsFor('F', snippets).map((snippet) => snippet.trigger)).toEqual(['fx', 'fxp'])
  })
})
