import { Worker } from 'node:worker_threads'
import { AppError } from '#contract/errors'
import type { Workbook } from '#core/imports/workbook'
import type { FileProblemReason } from './workbook/file-problem.ts'
import { MOST_FILE_BYTES } from './workbook/limits.ts'

export type WorkbookAnswer = { workbook: Workbook } | { problem: FileProblemReason }
type Limits = { milliseconds: number; megabytes: number }

const LIMITS: Limits = { milliseconds: 30_000, megabytes: 640 }

/**
 * Reads a table file of unknown origin in a thread of its own that may use only so much memory and time. Whatever
 * happens in there, the vault's thread gets either a workbook or one of the reasons for refusing the file.
 */
export function readWorkbook(
  content: Uint8Array,
  {
    workerFile = new URL('./workbook-worker.ts', import.meta.url),
    limits = LIMITS,
  }: { workerFile?: URL | string; limits?: Limits } = {},
): Promise<Workbook> {
  if (content.byteLength > MOST_FILE_BYTES) return Promise.reject(refusal('too-large'))
  return new Promise((resolve, reject) => {
    const copy = Uint8Array.from(content)
    const worker = new Worker(workerFile, {
      workerData: { content: copy },
      transferList: [copy.buffer],
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 64 },
      env: {},
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(() => settle(() => reject(refusal('too-slow'))), limits.milliseconds)
    let settled = false
    const settle = (give: () => void) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      void worker.terminate().then(give, give)
    }
    worker.once('message', (answer: WorkbookAnswer) =>
      settle(() => ('workbook' in answer ? resolve(answer.workbook) : reject(refusal(answer.problem)))),
    )
    worker.once('error', (error) => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      settle(() => reject(refusal(outOfMemory ? 'too-large' : 'broken')))
    })
    worker.once('exit', () => settle(() => reject(refusal('broken'))))
  })
}

const refusal = (reason: FileProblemReason): AppError => new AppError('invalid', { reason, field: 'content' })
