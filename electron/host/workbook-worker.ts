import { parentPort, workerData } from 'node:worker_threads'
import { readFile } from './workbook/read-file.ts'
import { FileProblem } from './workbook/file-problem.ts'
import type { WorkbookAnswer } from './workbook-reader.ts'

// The whole life of this thread is one file; the thread that started it holds the limits.
const answer = (message: WorkbookAnswer) => parentPort?.postMessage(message, [])
const { content } = workerData as { content: Uint8Array }
readFile(Buffer.from(content.buffer, content.byteOffset, content.byteLength)).then(
  (workbook) => answer({ workbook }),
  (error: unknown) => answer({ problem: error instanceof FileProblem ? error.reason : 'broken' }),
)
