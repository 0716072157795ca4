/** Brings what the tests need on a bare Debian, as root. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export const canApt = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

export function apt(packages: string[]): void {
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages]
  if (quietly('apt-get', install)) return
  quietly('apt-get', ['update', '-qq'])
  quietly('apt-get', install)
}

export function quietly(program: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, args, { stdio: 'ignore', env, timeout: 600_000 }).status === 0
}
