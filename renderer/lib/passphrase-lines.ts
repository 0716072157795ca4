const WORDS_A_LINE = 2

/** A generated passphrase (words with hyphens between) as it is shown, printed and read out: two words a line. */
export const passphraseLines = (passphrase: string): string[] => {
  const words = passphrase.split('-')
  return Array.from({ length: Math.ceil(words.length / WORDS_A_LINE) }, (_, line) =>
    words.slice(line * WORDS_A_LINE, (line + 1) * WORDS_A_LINE).join(' '),
  )
}

/** As it is typed from paper: case, blanks and hyphens do not matter. */
export const plainPassphrase = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replaceAll(/[\s\-‐-―−]+/gu, '-')
