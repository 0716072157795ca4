import { useTranslation } from 'react-i18next'
import type { Instrument } from '#contract/instrument-file'
import { halfIn } from '#lib/halves'
import { currentLanguage } from '#lib/words'
import { Facts } from './Facts.tsx'

/** On what terms it may be used, what has to be shown, and where the Chinese wording comes from. */
export function RightsPart({ file }: { file: Instrument }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { license, confidence } = file
  const zh = license.zhTranslation
  const wording = t(`codes.zhTexts.${confidence.zhText}`, confidence.zhText)
  const isUnofficial = !['official', 'not included'].includes(confidence.zhText)
  return (
    <section>
      <h3>{t('instrument-parts.titles.rights')}</h3>
      <Facts
        facts={[
          [t('instrument-parts.facts.statement'), halfIn(language, license.statement)],
          [t('instrument-parts.facts.attribution'), halfIn(language, license.attribution)],
          [
            t('instrument-parts.facts.conditions'),
            license.conditions
              .map((one) => t(`instrument-parts.conditions.${one}`, one))
              .join(t('instrument-parts.and')),
          ],
          [t('instrument-parts.facts.url'), license.url ?? ''],
        ]}
      />
      <h3>{t('instrument-parts.titles.wording')}</h3>
      {isUnofficial && <p className="instrument-notice">{t('instrument-parts.unofficial')}</p>}
      <Facts
        facts={[
          [t('instrument-parts.facts.zhText'), wording],
          [
            t('instrument-parts.facts.translator'),
            zh ? t(`instrument-parts.translators.${zh.translator}`, zh.translator) : '',
          ],
          [t('instrument-parts.facts.zhSource'), zh?.source ?? ''],
          [t('instrument-parts.facts.zhRights'), zh?.rights ?? ''],
          [t('instrument-parts.facts.note'), confidence.note],
        ]}
      />
    </section>
  )
}
