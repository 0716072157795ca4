import { AppError } from '#contract/errors'
import { checkPassword } from '#core/passwords'

/** `invalid` with why it cannot be used. `words`: names that must not carry it. */
export async function refuseWeak(password: string, words: readonly string[], field: string): Promise<void> {
  const { problem } = await checkPassword(password, words)
  if (problem) throw new AppError('invalid', { field, reason: problem })
}
