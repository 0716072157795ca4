import type { Host } from '#electron/host/start-host'
import type { Ending } from './server.ts'

type Closing = { close(): Promise<void> }
export type Reason = Ending | 'quit' | 'parent-gone'

/** A vault that does not close in time is left to the end of the process: its file is whole at every moment. */
const LIMIT_MS = 1_500

const WORDS: Record<Reason, string> = {
  left: '窗口已关闭，记录已锁定。 The window is closed and the records are locked.',
  hung: '窗口没有回应，记录已锁定。 The window no longer answers; the records are locked.',
  'never-opened':
    '地址已过期，没有打开过。请重新启动。 The address was never opened and is no longer valid. Start again.',
  replayed:
    '警告：启动地址被第二次使用，可能有别的程序拿到了它。已锁定并退出。 ' +
    'WARNING: the launch address was used a second time; another program may have it. Locked and closed.',
  quit: '记录已锁定。 The records are locked.',
  'parent-gone': '记录已锁定。 The records are locked.',
}

/** The one way out: lock, then window and port, then the process. Whatever comes second changes nothing. */
export const createEnding = (host: Host, say: (line: string) => void) => {
  const parts: Closing[] = []
  let isEnding = false
  const endWith = (reason: Reason): void => {
    if (isEnding) return
    isEnding = true
    const shut = async () => {
      await host.lock(reason)
      await Promise.allSettled([...parts.map((part) => part.close()), host.close()])
    }
    const done = (code: number) => {
      say(WORDS[reason])
      process.exit(code)
    }
    setTimeout(() => done(1), LIMIT_MS)
    shut().then(
      () => done(reason === 'replayed' ? 1 : 0),
      () => done(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => endWith('quit'))
  process.on('disconnect', () => endWith('parent-gone'))
  return { endWith, closes: (...more: Closing[]): void => void parts.push(...more) }
}
