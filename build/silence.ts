/**
 * Work without a network that sees every try to reach one (security.md §4.3, N1): a network namespace with loopback and
 * one way out that leads nowhere; what is sent there is counted.
 */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { apt, canApt } from './apt.ts'

const OUT = 'out0'
const INSIDE = 'QUIETROOM_SILENCE'
/** The gateway has an address on paper alone, so that nothing has to be asked before a packet leaves. */
const STEPS = [
  'ip link set lo up',
  `ip link add ${OUT} type veth peer name nowhere`,
  'ip link set nowhere up',
  `ip link set ${OUT} up`,
  `ip addr add 10.99.0.2/24 dev ${OUT}`,
  `ip neigh add 10.99.0.1 lladdr 02:00:00:00:00:01 dev ${OUT} nud permanent`,
  `ip route add default via 10.99.0.1 dev ${OUT}`,
]
/** Where the system has the newer protocol, too. */
const STEPS_V6 = [
  `ip -6 addr add fd99::2/64 dev ${OUT} nodad`,
  `ip -6 neigh add fd99::1 lladdr 02:00:00:00:00:01 dev ${OUT} nud permanent`,
  `ip -6 route add default via fd99::1 dev ${OUT}`,
]

export const isInSilence = (): boolean => process.env[INSIDE] === 'yes'

/** Runs a Node program in a namespace of its own; null where the system does not allow that. */
export function inSilence(args: string[], stdio: 'inherit' | 'pipe' = 'inherit'): SpawnSyncReturns<Buffer> | null {
  const unshare = wayIn()
  if (!unshare) return null
  const env = { ...process.env, [INSIDE]: 'yes' }
  return spawnSync('unshare', [...unshare, process.execPath, ...args], { stdio, env })
}

function wayIn(): string[] | null {
  if (process.platform !== 'linux') return null
  if (!hasIp() && canApt()) apt(['iproute2'])
  if (!hasIp()) return null
  const ways = process.getuid?.() === 0 ? [['-n']] : [['-rn']]
  return ways.find((way) => sh('unshare', [...way, 'sh', '-ec', STEPS.join('\n')])) ?? null
}

const hasIp = (): boolean => ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip'].some((place) => existsSync(place))
const sh = (program: string, args: string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0

/** Inside: makes the ways, and waits until the system itself has nothing more to say about them. Gives the count so far. */
export async function beginSilence(): Promise<number> {
  for (const way of ['all', 'default']) quietKernel(way)
  if (!sh('sh', ['-ec', STEPS.join('\n')])) throw new Error('the namespace could not be furnished')
  sh('sh', ['-ec', STEPS_V6.join('\n')])
  for (let before = -1; ;) {
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    const now = packetsSent()
    if (now === before) return now
    before = now
  }
}

/** No asking for routers, no announcing of addresses: that would be the system's own talk. */
function quietKernel(way: string): void {
  const settings = { accept_ra: 0, router_solicitations: 0, accept_dad: 0, addr_gen_mode: 1 }
  for (const [name, value] of Object.entries(settings))
    sh('sh', ['-c', `echo ${value} > /proc/sys/net/ipv6/conf/${way}/${name}`])
}

/** Packets that were sent to the way out since it is there. */
export const packetsSent = (): number => sentOn(OUT)
/** Packets that stayed inside. */
export const packetsKept = (): number => sentOn('lo')

function sentOn(device: string): number {
  const line = readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .find((text) => text.trim().startsWith(`${device}:`))
  const sent = line?.split(':')[1]?.trim().split(/\s+/u)[9]
  if (sent === undefined) throw new Error(`there is no ${device} to count on`)
  return Number(sent)
}
