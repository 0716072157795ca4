import type { assessments } from '#contract/assessments'
import { AppError } from '#contract/errors'
import type { Handlers } from '#core/context'

const notYet = (): never => {
  throw new AppError('internal')
}
export const assessmentsHandlers: Handlers<typeof assessments> = {
  choices: notYet,
  begin: notYet,
  answer: notYet,
  finish: notYet,
  withdraw: notYet,
  interpret: notYet,
  feedBack: notYet,
  get: notYet,
  listByStudent: notYet,
  list: notYet,
  course: notYet,
  tasks: notYet,
  waiting: notYet,
  acknowledgeTask: notYet,
  closeTask: notYet,
}
