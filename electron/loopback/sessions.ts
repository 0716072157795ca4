import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * What the one window holds: `cookie` goes with every request by itself, `token` is told by the page's own script, so
 * neither another port (which sees cookies) nor a script without the cookie can speak for it. `resumeKey` carries the
 * session over one reload of the page.
 */
export type Grant = { cookie: string; token: string; resumeKey: string }
export type Exchange = Grant | 'refused' | 'replayed'
export type Sessions = ReturnType<typeof createSessions>

/** How long the former grant still counts after a rotation: requests on the way carry it. */
const GRACE_MS = 10_000

type Options = { launchLifeMs: number; now: () => number }

/**
 *     launch secret ──exchange──► grant ──unlocked──► rotated ──locked──► void ──resume──► grant
 *
 * There is never more than one window: a new grant ends the former one.
 */
export const createSessions = ({ launchLifeMs, now }: Options) => {
  const launchSecret = secret()
  const bornAt = now()
  let isSpent = false
  let grant: Grant | undefined
  let former: { grant: Grant; until: number } | undefined
  let isVoid = false
  let isRotationDue = false

  const begin = (): Grant => {
    grant = { cookie: secret(), token: secret(), resumeKey: secret() }
    former = undefined
    isVoid = false
    isRotationDue = false
    return grant
  }
  const grants = (): Grant[] => [grant, former && former.until > now() ? former.grant : undefined].filter((g) => !!g)
  const holds = (part: keyof Grant, value: string | undefined) =>
    grants().filter((known) => isSame(known[part], value)).length > 0

  return {
    launchSecret,
    isAwaitingLaunch: () => !isSpent && now() - bornAt < launchLifeMs,
    /** `replayed`: somebody has the launch secret who should not. */
    exchange(offered: string): Exchange {
      if (!isSame(launchSecret, offered)) return 'refused'
      if (isSpent) return 'replayed'
      isSpent = true
      return now() - bornAt < launchLifeMs ? begin() : 'refused'
    },
    resume: (cookie: string | undefined, resumeKey: string): Grant | undefined =>
      holds('cookie', cookie) && holds('resumeKey', resumeKey) ? begin() : undefined,
    admits: (cookie: string | undefined, token: string | undefined): boolean => {
      const both = [holds('cookie', cookie), holds('token', token)]
      return !isVoid && both.every(Boolean)
    },
    /** The next answer to the window brings it a new grant (ASVS 7.2.4: a new session after every unlock). */
    rotate: () => {
      isRotationDue = grant !== undefined
    },
    takeRotation(): Grant | undefined {
      if (!isRotationDue || !grant) return undefined
      const before = grant
      const next = begin()
      former = { grant: before, until: now() + GRACE_MS }
      return next
    },
    /** Only a resume is heard after this. */
    revoke: () => {
      isVoid = true
      isRotationDue = false
    },
  }
}

const secret = (): string => randomBytes(32).toString('hex')
const digest = (text: string) => createHash('sha256').update(text).digest()
const isSame = (known: string, offered: string | undefined): boolean =>
  timingSafeEqual(digest(known), digest(offered ?? '')) && offered !== undefined
