import { useTranslation } from 'react-i18next'
import type { Instrument } from '#contract/instrument-file'
import { TextNote } from './TextNote.tsx'

/** Whose instrument this is, and where its Chinese wording comes from. */
export function SheetFoot({ instrument, keys }: { instrument: Instrument; keys?: string }) {
  const { t } = useTranslation()
  return (
    <footer className="sheet-source">
      <p className="sheet-keys">{[keys, t('sheets.pausing')].filter(Boolean).join(' ')}</p>
      <p>
        {instrument.license.attribution}
        <TextNote zhText={instrument.confidence.zhText} />
      </p>
    </footer>
  )
}
