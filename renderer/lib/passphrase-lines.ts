const WORDS_A_LINE = 2

/** A generated passphrase as it is shown, printed and read out: two of its words a line. */
export const passphraseLines = (passphrase: string): string[] => {
  const words = passphrase.split(/\s+/).filter(Boolean)
  return Array.from({ length: Math.ceil(words.length / WORDS_A_LINE) }, (_, line) =>
    words.slice(line * WORDS_A_LINE, (line + 1) * WORDS_A_LINE).join(' '),
  )
}
