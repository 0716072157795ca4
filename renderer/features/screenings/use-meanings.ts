import { useTranslation } from 'react-i18next'
import type { Instrument } from '#contract/instrument-file'
import { bothIn } from '#lib/both'
import { meaningsOf } from '#lib/result-columns'
import { currentLanguage } from '#lib/words'

/** Everything a column of a file can mean for this instrument, in words. */
export const useMeanings = (instrument: Instrument | undefined): { value: string; label: string }[] => {
  const { t } = useTranslation()
  if (!instrument) return []
  return meaningsOf(instrument).map((meaning) => {
    const [kind, id] = meaning.split(':')
    if (kind === 'scale') {
      const scale = instrument.scales.find((one) => one.id === id)
      return { value: meaning, label: scale ? bothIn(currentLanguage(), scale.title) : meaning }
    }
    if (kind === 'item' && instrument.kind !== 'score-entry') {
      const at = instrument.items.findIndex((one) => one.id === id)
      const item = instrument.items[at]
      const text = item ? bothIn(currentLanguage(), item) : ''
      return { value: meaning, label: t('screening-files.import.item', { n: at + 1, text: text.slice(0, 24) }) }
    }
    return { value: meaning, label: t(`screening-files.meanings.${meaning}`) }
  })
}
