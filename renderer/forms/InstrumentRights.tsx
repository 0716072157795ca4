import type { Instrument } from '#contract/instrument-file'
import { halfIn } from '#lib/halves'
import { currentLanguage } from '#lib/words'
import type { PrintModel } from '#contract/prints'
import { usePaperWords } from './use-paper-words.ts'

/** What the licence asks to be shown wherever an instrument is used, and where its Chinese wording comes from. */
export function InstrumentRights({ model, instrument }: { model: PrintModel; instrument: Instrument }) {
  const { t } = usePaperWords(model)
  const { license, confidence } = instrument
  const language = currentLanguage()
  const kind = t(`codes.zhTexts.${confidence.zhText}`, confidence.zhText)
  const isSilent = instrument.kind === 'score-entry' && confidence.zhText === 'not included'
  const isOfficial = confidence.zhText === 'official'
  const lines = [
    t('test-papers.rights.attribution', { text: halfIn(language, license.attribution) }),
    t('test-papers.rights.statement', { text: halfIn(language, license.statement) }),
    !isSilent && t(isOfficial ? 'test-papers.rights.wording' : 'test-papers.rights.unofficial', { kind }),
  ]
  return <div className="paper-rights">{lines.filter(Boolean).join('　')}</div>
}
