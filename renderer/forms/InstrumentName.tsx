import { useTranslation } from 'react-i18next'
import type { Instrument } from '#contract/instrument-file'
import { bothIn } from '#lib/both'
import { currentLanguage } from '#lib/words'

/** The name of an instrument and, small beside it, its version. */
export function InstrumentName({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation()
  return (
    <>
      {bothIn(currentLanguage(), instrument.title)}
      {'　'}
      <span className="paper-hint">{t('test-papers.version', { version: instrument.version })}</span>
    </>
  )
}
