import type { FILE_PROBLEMS } from '#contract/roster-lists'

export type FileProblemReason = (typeof FILE_PROBLEMS)[number]

/** Why a whole file is refused. Only the reason leaves the worker: what stands in the file may not reach a message. */
export class FileProblem extends Error {
  readonly reason: FileProblemReason

  constructor(reason: FileProblemReason) {
    super(reason)
    this.name = 'FileProblem'
    this.reason = reason
  }
}
