/** Both texts, one under the other; a text that holds the other stands alone. */
export const bothTexts = (mine: string, theirs: string): string =>
  mine.includes(theirs)
    ? mine
    : theirs.includes(mine)
      ? theirs
      : [theirs.trimEnd(), mine].filter((text) => text.trim() !== '').join('\n')
