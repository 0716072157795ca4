import type { TFunction } from 'i18next'
import type { InPersonTask } from '#contract/assessments'
import type { Language } from '#contract/vault'
import { bothIn } from '#lib/both'

/** What has to be asked in person, in one line: the answer first, because a long question may be cut. */
export const taskWords = (
  { critical, blanks }: Pick<InPersonTask, 'critical' | 'blanks'>,
  language: Language,
  t: TFunction,
): string => {
  const [worst] = critical
  const [blank] = blanks
  const more = critical.length + blanks.length - 1
  const rest = more > 0 ? t('assessments.task.more', { n: more }) : ''
  if (worst)
    return `${t('assessments.task.answered', { answer: bothIn(language, worst.answer), question: bothIn(language, worst.question) })}${rest}`
  return blank ? `${t('assessments.task.blank', { question: bothIn(language, blank.question) })}${rest}` : ''
}
