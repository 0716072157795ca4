import { NOTE_PARTS } from '#contract/note-parts'
import type { NotePart } from '#contract/note-parts'
import type { NoteBody } from '#contract/notes'

export const sameText = (a: NoteBody, b: NoteBody): boolean => NOTE_PARTS.every((part) => a[part] === b[part])
export const hasText = (body: NoteBody): boolean => NOTE_PARTS.some((part) => body[part].trim() !== '')
export const differingParts = (a: NoteBody, b: NoteBody): NotePart[] => NOTE_PARTS.filter((part) => a[part] !== b[part])

const onNewLine = (before: string, added: string): string =>
  before.trim() === '' ? added : added.trim() === '' ? before : `${before.trimEnd()}\n${added}`

/** Puts an earlier note below what stands there; nothing is replaced. */
export const withInserted = (body: NoteBody, earlier: NoteBody): NoteBody =>
  ofParts((part) => onNewLine(body[part], earlier[part]))

/** Takes an inserted note out again; what was typed since stays. */
export const withoutInserted = (body: NoteBody, earlier: NoteBody): NoteBody =>
  ofParts((part) => {
    const text = earlier[part]
    const at = text.trim() === '' ? -1 : body[part].lastIndexOf(text)
    return at === -1 ? body[part] : (body[part].slice(0, at).trimEnd() + body[part].slice(at + text.length)).trimStart()
  })

/** Both texts, one under the other; a text that holds the other stands alone. */
export const joined = (mine: string, theirs: string): string =>
  mine.includes(theirs) ? mine : theirs.includes(mine) ? theirs : onNewLine(theirs, mine)

const ofParts = (text: (part: NotePart) => string): NoteBody =>
  Object.fromEntries(NOTE_PARTS.map((part) => [part, text(part)])) as NoteBody
