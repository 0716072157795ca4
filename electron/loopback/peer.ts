import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'

/** Tells whether the program at the other end of a fresh connection belongs to the same account of this computer. */
export type PeerCheck = (socket: Socket) => Promise<boolean>

/**
 * As far as the system tells (Linux: /proc/net/tcp); elsewhere the session alone decides. The table takes milliseconds to
 * read, so connections that arrive meanwhile share the next reading.
 */
export const createPeerCheck = (
  owner: number | undefined = process.platform === 'linux' ? process.getuid?.() : undefined,
  read: () => Promise<string> = () => readFile('/proc/net/tcp', 'utf8'),
): PeerCheck => {
  const fresh = shared(read)
  return async ({ remotePort, localPort }) => {
    if (owner === undefined) return true
    if (!remotePort || !localPort) return false
    return ownerOf(remotePort, localPort, await fresh()) === owner
  }
}

/** Owner of the socket 127.0.0.1:`from` that is connected to 127.0.0.1:`to`. */
export const ownerOf = (from: number, to: number, table: string): number | undefined => {
  const wanted = `${place(from)} ${place(to)} `
  const at = table.indexOf(wanted)
  if (at < 0) return undefined
  const [, , , , uid] = table
    .slice(at + wanted.length, at + wanted.length + 100)
    .trimStart()
    .split(/\s+/)
  return uid === undefined ? undefined : Number(uid)
}

const place = (port: number) => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`

/** One reading at a time; whoever comes during one gets the next, which began after they came. */
const shared = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | undefined
  let next: Promise<T> | undefined
  const begin = (): Promise<T> => {
    next = undefined
    running = read().finally(() => (running = undefined))
    return running
  }
  return () => (running ? (next ??= running.then(begin, begin)) : begin())
}
