/** The words a feature is written with, from its plural noun. */
export type Names = {
  /** letters */
  plural: string
  /** letter */
  singular: string
  /** Letters */
  Plural: string
  /** Letter */
  Singular: string
  /** Number of its first migration, e.g. 0002. */
  step: string
}

export function namesOf(plural: string, singular: string | undefined, version: number): Names {
  if (!/^[a-z]{3,24}s$/u.test(plural)) throw new Error('Give a plural noun in small letters, such as: letters')
  const one = singular ?? singularOf(plural)
  const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
  return {
    plural,
    singular: one,
    Plural: capital(plural),
    Singular: capital(one),
    step: String(version).padStart(4, '0'),
  }
}

const singularOf = (plural: string): string =>
  plural.endsWith('ies') ? `${plural.slice(0, -3)}y` : plural.replace(/(?<=[sxz]|ch|sh)es$|s$/u, '')
