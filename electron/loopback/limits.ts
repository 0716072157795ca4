import type { ServerOptions } from 'node:http'

export const MAX_SOCKETS = 64
export const MAX_BODY = 2 * 1024 * 1024
export const MAX_LARGE_BODY = 30 * 1024 * 1024
export const MAX_SESSION_BODY = 1024
export const CALLS_PER_SECOND = 100
/** One screen of Chinese may ask for a hundred pieces of a typeface at once. */
export const FILES_PER_SECOND = 500

export const PARSER_LIMITS: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 5_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
  insecureHTTPParser: false,
  // A missing Host is refused by our own rules, with our own headers.
  requireHostHeader: false,
}

/** True while there is room: `perSecond` requests on average, as many again in one burst. */
export const createRate = (perSecond: number, now: () => number) => {
  const size = perSecond * 2
  let tokens = size
  let at = now()
  return (): boolean => {
    const time = now()
    tokens = Math.min(size, tokens + ((time - at) / 1000) * perSecond)
    at = time
    if (tokens < 1) return false
    tokens -= 1
    return true
  }
}
