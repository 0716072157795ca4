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
      <h3>{t('instruments.parts.rights')}</h3>
      <Facts
        facts={[
          [t('instruments.facts.statement'), halfIn(language, license.statement)],
          [t('instruments.facts.attribution'), halfIn(language, license.attribution)],
          [
            t('instruments.facts.conditions'),
            license.conditions.map((one) => t(`instruments.conditions.${one}`, one)).join(t('instruments.and')),
          ],
          [t('instruments.facts.url'), license.url ?? ''],
        ]}
      />
      <h3>{t('instruments.parts.wording')}</h3>
      {isUnofficial && <p className="instrument-notice">{t('instruments.unofficial')}</p>}
      <Facts
        facts={[
          [t('instruments.facts.zhText'), wording],
          [t('instruments.facts.translator'), zh ? t(`instruments.translators.${zh.translator}`, zh.translator) : ''],
          [t('instruments.facts.zhSource'), zh?.source ?? ''],
          [t('instruments.facts.zhRights'), zh?.rights ?? ''],
          [t('instruments.facts.note'), confidence.note],
        ]}
      />
    </section>
  )
}
