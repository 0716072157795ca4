import type { VaultStatus } from '#contract/vault'
import type { Services } from '#core/context'
import { PRACTICE_ACCOUNT } from '#core/practice/people'
import { practiceSchool } from '#core/practice/school'
import { systemClock } from './clock.ts'
import { KDF_TARGET_MS } from './found-vault.ts'
import { createGate } from './gate.ts'
import { createLifecycle } from './lifecycle.ts'
import { logToStderr } from './log.ts'
import { PAID_BUILD } from './paid-build.ts'
import { type StartablePort, servePorts } from './port.ts'
import { readWorkbook } from './workbook-reader.ts'

const TICK_MS = 60_000

export type OpenHost = {
  connect(port: StartablePort): void
  lock(reason: string): void
  status(): VaultStatus
}

/** Puts the host together: lifecycle, gate, services, carriers. */
export function openHost({
  dataDir,
  inPractice,
  newId,
  onStatus,
}: {
  dataDir: string
  /** Begins at the door of the practice room. */
  inPractice: boolean
  newId(): string
  onStatus(status: VaultStatus): void
}): OpenHost {
  const services: Services = {
    readWorkbook: (_fileName, content) => readWorkbook(content, { workerFile: workbookWorkerFile() }),
    openFiles: new Map(),
    paidBuild: PAID_BUILD,
  }
  const lifecycle = createLifecycle({
    folder: dataDir,
    inPractice,
    clock: systemClock,
    newId,
    services,
    kdfTargetMs: KDF_TARGET_MS,
    practiceAccount: PRACTICE_ACCOUNT,
    practiceSchool: (language) => practiceSchool(language, systemClock.today()),
    fillPractice: async (room, language) => (await import('./practice.ts')).fillPracticeRoom(room, language, services),
    onChange: onStatus,
    onLock: () => services.openFiles.clear(),
    log: logToStderr,
  })
  const gate = createGate({
    state: lifecycle.state,
    room: lifecycle.room,
    lifecycle: lifecycle.handlers,
    services,
    clock: systemClock,
    newId,
    log: logToStderr,
    onStorage: lifecycle.onStorage,
  })
  const failed = (error: unknown): void =>
    logToStderr({ path: 'tick', name: error instanceof Error ? error.name : '?' })
  setInterval(() => void lifecycle.tick().catch(failed), TICK_MS).unref()
  return { connect: servePorts(gate), lock: lifecycle.lock, status: lifecycle.status }
}

/** Beside this file, as source or as built. */
function workbookWorkerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './workbook-worker.ts' : './workbook-worker.js', import.meta.url)
}
