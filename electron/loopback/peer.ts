import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'

/**
 * Whether the program at the other end belongs to the same account of this computer, as far as the system tells
 * (Linux: /proc/net/tcp). Others rely on the session alone.
 */
export const isSameOwner = (socket: Socket, table: () => string = readTable): boolean => {
  if (process.platform !== 'linux' || !process.getuid) return true
  const { remotePort, localPort } = socket
  if (!remotePort || !localPort) return false
  return ownerOf(remotePort, localPort, table()) === process.getuid()
}

/** Owner of the socket 127.0.0.1:`from` that is connected to 127.0.0.1:`to`. */
export const ownerOf = (from: number, to: number, table: string): number | undefined => {
  const wanted = `${place(from)} ${place(to)} `
  const at = table.indexOf(wanted)
  if (at < 0) return undefined
  const [, , , , uid] = table
    .slice(at + wanted.length)
    .trimStart()
    .split(/\s+/)
  return uid === undefined ? undefined : Number(uid)
}

const place = (port: number) => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`
const readTable = () => readFileSync('/proc/net/tcp', 'utf8')
