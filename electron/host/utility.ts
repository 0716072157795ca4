import { type MessagePortMain, utilityProcess } from 'electron'
import type { VaultStatus } from '#contract/vault'
import { HostMessage } from './messages.ts'

export type UtilityHost = {
  connect(port: MessagePortMain): void
  /** Resolves when the vault is closed, or after the time allowed for it; the process is gone then. */
  end(reason: string): Promise<void>
  status(): VaultStatus | null
}
type Choices = {
  file: string
  dataDir: string
  inPractice: boolean
  onStatus: (status: VaultStatus) => void
  /** The process ended although nobody asked it to. */
  onLost: () => void
}

/** From the request to lock to the death of the process (security.md §3.6). */
const CLOSE_WITHIN_MS = 2_000

/** Starts the process that owns the vault. It is ended, not reused, on every lock: only that empties its memory. */
export const startUtilityHost = ({ file, dataDir, inPractice, onStatus, onLost }: Choices): UtilityHost => {
  const child = utilityProcess.fork(file, ['--data-dir', dataDir, ...(inPractice ? ['--in-practice'] : [])], {
    serviceName: 'Quietroom vault',
    stdio: 'ignore',
    env: plainEnvironment(process.env),
    execArgv: [],
  })
  const say = (word: object, ports: MessagePortMain[] = []) => child.postMessage(word, ports)
  let status: VaultStatus | null = null
  let ending = false
  // A fatal error of V8 is followed by `exit`; without a listener it would end the main process too.
  child.on('error', () => {})
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
      if (!ending) onLost()
    })
  })
  const closed = new Promise<void>((resolve) => {
    child.on('message', (raw: unknown) => {
      const message = HostMessage.safeParse(raw).data
      if (message?.type === 'closed') resolve()
      if (message?.type !== 'status') return
      status = message.status
      if (!ending) onStatus(message.status)
    })
  })
  return {
    connect: (port) => say({ type: 'connect' }, [port]),
    status: () => status,
    async end(reason) {
      ending = true
      say({ type: 'lock', reason })
      say({ type: 'close' })
      await Promise.race([closed, exited, after(CLOSE_WITHIN_MS)])
      child.kill()
    },
  }
}

/** Without the variables that would let the surroundings steer Node or Electron. */
export const plainEnvironment = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !/^(?:NODE|ELECTRON|LD|DYLD)_/i.test(entry[0]),
    ),
  )

const after = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref()
  })
