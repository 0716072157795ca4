import { en as enCodes } from '#contract/code-words-en'
import { zh as zhCodes } from '#contract/code-words-zh'

/** `t('codes.<list>.<key>')`. They stand in the contract because files that the host writes use them too. */
export const zh = zhCodes
export const en = enCodes
