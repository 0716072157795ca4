import { AppError } from '#contract/errors'
import { i18n } from '#lib/words'

/**
 * The session of this window with the host on 127.0.0.1 (electron/loopback/). The token lives here and nowhere else; its
 * other half is a cookie that no script can read.
 */
type Session = { token: string; resumeKey: string }
let session: Session | undefined
let opening: Promise<Session> | undefined
let isLeaving = false

const TOKEN = 'x-quietroom-token'
const RESUME = 'x-quietroom-resume'
/** Holds the single-use key from the moment this page goes until the reloaded page takes it, never in between. */
const RESUME_PLACE = 'resume'
const RETRY_MS = 250
const MAX_RETRIES = 4

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Uses up the launch secret of the address, or carries the session over a reload. Rejects with `locked`. */
export const openLoopbackSession = async (): Promise<{ token: string }> => {
  if (session) return session
  opening ??= begin().finally(() => (opening = undefined))
  return opening
}

/**
 * Sends a call with the token of the moment; a session that a lock has ended is taken up again once. Never by a page that
 * is about to go: the key can be used once and belongs to the page that comes.
 */
export const loopbackFetch = async (request: Request, init?: RequestInit): Promise<Response> => {
  const again = request.clone()
  const answer = await send(request, init)
  if (answer.status !== 401) return answer
  await pause(RETRY_MS)
  if (isLeaving) return new Promise(() => {})
  await takeUp()
  return send(again, init)
}

const begin = async (): Promise<Session> => {
  const secret = new URLSearchParams(window.location.hash.slice(1)).get('c')
  const resumeKey = sessionStorage.getItem(RESUME_PLACE)
  sessionStorage.removeItem(RESUME_PLACE)
  window.history.replaceState(null, '', window.location.pathname)
  const opened = secret ? await ask('/session', { secret }) : await resume(resumeKey)
  window.addEventListener('pagehide', () => {
    isLeaving = true
    if (session) sessionStorage.setItem(RESUME_PLACE, session.resumeKey)
  })
  void stay()
  return opened
}

const resume = (key: string | null): Promise<Session> => {
  if (!key) throw new AppError('locked', { reason: 'no-session' })
  return ask('/session/resume', { key })
}

let takingUp: Promise<Session> | undefined
const takeUp = (): Promise<Session> => {
  takingUp ??= resume(session?.resumeKey ?? null).finally(() => (takingUp = undefined))
  return takingUp
}

const ask = async (path: string, body: object): Promise<Session> => {
  const answer = await send(message(path, body))
  if (!answer.ok || !session) throw new AppError('locked', { reason: 'no-session' })
  return session
}

const message = (path: string, body: object = {}) =>
  new Request(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })

const send = async (request: Request, init?: RequestInit): Promise<Response> => {
  if (session) request.headers.set(TOKEN, session.token)
  const answer = await fetch(request, init)
  const token = answer.headers.get(TOKEN)
  const resumeKey = answer.headers.get(RESUME)
  if (token && resumeKey) session = { token, resumeKey }
  return answer
}

/** Keeps one answer open, so that host and window each notice when the other is gone. */
const stay = async (): Promise<void> => {
  for (let tries = 0; tries < MAX_RETRIES; tries++) {
    try {
      const answer = await loopbackFetch(message('/session/presence'))
      if (answer.ok && answer.body) {
        tries = 0
        await listen(answer.body)
      }
    } catch {
      // The host is gone, or the computer slept: the next try tells.
    }
    await pause(RETRY_MS)
  }
  if (!isLeaving) showClosed()
}

const listen = async (body: ReadableStream<Uint8Array>): Promise<void> => {
  const lines = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  for (let chunk = await lines.read(); !chunk.done; chunk = await lines.read()) {
    if (chunk.value.includes('"open":false')) {
      isLeaving = true
      window.location.reload()
    } else void loopbackFetch(message('/session/beat')).catch(() => undefined)
  }
}

/** Nothing of the room stays on the screen once nobody answers for it. */
const showClosed = () => {
  const sheet = document.createElement('div')
  sheet.className = 'door-sheet'
  sheet.setAttribute('role', 'alert')
  sheet.textContent = i18n.t('door.unreachable')
  const door = document.createElement('main')
  door.className = 'door'
  door.append(sheet)
  document.body.replaceChildren(door)
}
