export const SCHEME = 'app'
const HOST = 'quietroom'
export const ORIGIN = `${SCHEME}://${HOST}`
export const PAGE = `${ORIGIN}/`

/** True only for an address of our own window, judged after parsing: prefixes are easy to imitate. */
export const isOurs = (address: string): boolean => {
  const url = URL.parse(address)
  return (
    url !== null && url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === ''
  )
}
