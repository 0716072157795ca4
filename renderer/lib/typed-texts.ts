/** Ids, times, and codes that were chosen are no text. */
const CHOSEN = /^(?:|[\da-f]{8}-[\da-f-]{27}|\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?|\d\d:\d\d|[a-z]+(?:-[a-z]+)*)$/
/** Where free text stands, one word of it is text as well. */
const TEXTS = /text|note|reason|words|name|summary|wish|title/i

/** What was typed into a form that was begun, in the order in which it stands there. */
export function textsIn(body: string | undefined): string[] {
  if (!body) return []
  const found: string[] = []
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (!CHOSEN.test(value) || (value !== '' && TEXTS.test(key))) found.push(value)
    } else if (typeof value === 'object' && value !== null)
      for (const [inside, one] of Object.entries(value)) walk(one, inside)
  }
  try {
    walk(JSON.parse(body), '')
  } catch {
    return [body]
  }
  return found
}
