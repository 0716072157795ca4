import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import type { Language, PasswordCheck } from '#contract/vault'

/** NIST SP 800-63B-4 for a single secret: at least 15 characters, a blocklist, no composition rules, no expiry. */
const MIN_LENGTH = 15
/** The app's own words and the commonest Chinese ones; names of the school and the account come with each check. */
const OWN_WORDS = [
  'quietroom',
  'jingshi',
  'xinli',
  'fudao',
  'zixun',
  'laoshi',
  'xuesheng',
  'xuexiao',
  'zhongxue',
  'woaini',
  'mima',
]
let estimator: Promise<ZxcvbnFactory> | null = null

/** The word lists are large and only needed while a password is chosen. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
}

/** `words`: what must not carry the password (school and account names). */
export async function checkPassword(password: string, words: readonly string[]): Promise<PasswordCheck> {
  estimator ??= loadEstimator()
  const loaded = await estimator
  const names = words.flatMap((word) => [word, ...word.split(/\s+/u)]).filter((word) => word.length >= 2)
  const { score, sequence } = loaded.check(password.slice(0, 64), [...names, ...OWN_WORDS])
  return { score, problem: problemOf(password, names, score, sequence.length) }
}

function problemOf(password: string, names: readonly string[], score: number, parts: number): PasswordCheck['problem'] {
  const characters = [...password]
  if (characters.length < MIN_LENGTH) return 'too-short'
  const rest = names.reduce((text, name) => text.toLowerCase().replaceAll(name.toLowerCase(), ''), password)
  if ([...rest].length < characters.length && [...rest].length < MIN_LENGTH) return 'contains-names'
  if (parts === 1 && score < 4) return 'too-common'
  return score < 3 ? 'too-simple' : null
}

const SYLLABLES: Record<Language, string> = {
  zh: `shan he feng yu yun xue song zhu mei lan ju he lian tao li xing shui huo tu mu jin yin tong tie shi sha hai hu jiang quan
    qiao lu men chuang deng zhuo yi bi mo zhi yan shu hua qin qi cha mi mian tang guo gua dou cai niu yang ma lu niao que yan
    yan ya e yu xia bei luo gui chun xia qiu dong chen wu ye xi bei nan zuo you qian hou qing huang lan lv bai hei zi hong da xiao
    gao yuan jin shen chang kuai man ping an he`,
  en: `river stone maple cloud lamp paper tea bread wool field brook pine moss fern clay salt mint plum pear fig oak elm ash reed
    dove lark wren crane heron finch otter seal lamb foal bell drum flute harp chalk ink quill page book shelf chair desk door gate
    path bridge boat sail oar rope knot net basket bowl cup spoon plate jar kettle stove candle mirror window curtain carpet pillow
    blanket scarf glove hat coat boot button thread needle ribbon silk cotton linen amber coral pearl copper silver garden meadow
    harbor island valley summit morning evening winter summer autumn`,
}

type Draw = (below: number) => number

/**
 * Five words of two parts each, joined by hyphens; with at least 90 parts that is over 64 bits.
 * `random(n)` gives an unbiased whole number below n.
 */
export const suggestPassword = (language: Language, random: Draw): string => generated(5, language, random)

/** Opens backups, is guessed at without limit by whoever finds a stick, and is written down: seven such words, over 90 bits. */
export const suggestPassphrase = (language: Language, random: Draw): string => generated(7, language, random)

function generated(count: number, language: Language, random: Draw): string {
  const parts = [...new Set(SYLLABLES[language].split(/\s+/u))]
  const part = (): string => parts[random(parts.length)] ?? ''
  return Array.from({ length: count }, () => part() + part()).join('-')
}
