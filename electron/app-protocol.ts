import { randomBytes } from 'node:crypto'
import { protocol, type Session } from 'electron'
import { type BuiltFiles, readBuiltFile } from '#electron/built-files'
import { isOurs, SCHEME } from '#electron/origin'
import { responseHeaders } from '#electron/response-headers'

/** Must run before `ready`. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])

/** `app://quietroom/…` answers from the fixed map of built files and from nothing else. */
export const serveWindow = (session: Session, files: BuiltFiles): void =>
  session.protocol.handle(SCHEME, (request) => answer(request, files))

const answer = async (request: Request, files: BuiltFiles): Promise<Response> => {
  const nonce = randomBytes(16).toString('base64')
  const headers = responseHeaders(nonce)
  const url = URL.parse(request.url)
  if (request.method !== 'GET') return new Response(null, { status: 405, headers })
  const file = url && isOurs(request.url) && url.search === '' ? files.get(url.pathname || '/') : undefined
  if (!file) return new Response(null, { status: 404, headers })
  return new Response(await readBuiltFile(file, nonce), {
    status: 200,
    headers: { ...headers, 'Content-Type': file.type },
  })
}
