import type { TFunction } from 'i18next'

/** Keys of the format that have a word of their own; any other is shown as it is written. */
const NAMED = new Set(
  (
    'formatVersion id version title zh en short kind license statement url attribution verdict conditions zhTranslation ' +
    'translator source rights ages min max note timeframe instructions stem options value items reverse critical when reason ' +
    'urgency scored required skipIf all item in detail hint scales primary bands from to severity higherIs cutpoints change ' +
    'points method alternates formula missing maxMissing rounding followUpIfMissing triage rules level if nextSteps validity ' +
    'checks effect advice interpretation sources what grade confidence zhText voidWhen scale'
  ).split(' '),
)

/** `items[3].skipIf.all[0].item` as 题目 第 4 项 › 跳过条件 › … */
export function placeIn(path: string, t: TFunction): string {
  if (path === '') return t('instrument-files.wholeFile')
  return path
    .split('.')
    .flatMap((part) => {
      const [key = '', ...indexes] = part.split(/[[\]]+/u).filter(Boolean)
      const word = NAMED.has(key) ? t(`instrument-files.places.${key}`) : key
      return [[word, ...indexes.map((index) => t('instrument-files.nth', { n: Number(index) + 1 }))].join(' ')]
    })
    .join(' › ')
}
