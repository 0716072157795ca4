import type { Snippet } from '#contract/settings'

/** What is being typed after a semicolon, up to the caret; null when nothing is. */
export const triggerAt = (text: string, caret: number): { start: number; typed: string } | null => {
  const found = /[;；]([^\s;；，。,.]{0,20})$/u.exec(text.slice(0, caret))
  return found ? { start: found.index, typed: found[1] ?? '' } : null
}

/** Snippets whose trigger begins with what was typed, shortest first. */
export const snippetsFor = (typed: string, snippets: readonly Snippet[]): Snippet[] =>
  snippets
    .filter((snippet) => snippet.trigger.toLowerCase().startsWith(typed.toLowerCase()))
    .toSorted((a, b) => a.trigger.length - b.trigger.length)
    .slice(0, 6)
