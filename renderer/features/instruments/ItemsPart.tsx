import { useTranslation } from 'react-i18next'
import type { Questionnaire } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'
import { bothIn } from '#lib/both'
import { currentLanguage } from '#lib/words'
import { Tag } from '#ui/Tag'
import { phraseIn } from './phrases.ts'

/** The questions as they are asked, to be read only. */
export function ItemsPart({ form }: { form: Questionnaire }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const shared = form.options
    .map((option) => `${option.value} ${bothIn(language, option)}`)
    .join(t('instrument-parts.comma'))
  return (
    <section>
      <h3>{t('instrument-parts.titles.items')}</h3>
      <p className="field-hint">{bothIn(language, form.instructions)}</p>
      {form.stem && <p className="field-hint">{bothIn(language, form.stem)}</p>}
      <p className="field-hint">{t('instrument-parts.options', { options: shared })}</p>
      <ol className="instrument-items">
        {form.items.map((item) => (
          <li key={item.id}>
            {bothIn(language, item)}
            <span className="instrument-marks">
              {item.reverse && <Tag>{t('instrument-parts.marks.reverse')}</Tag>}
              {!item.scored && <Tag>{t('instrument-parts.marks.unscored')}</Tag>}
              {item.critical && (
                <Tag tone="red" title={bothIn(language, item.critical.reason)}>
                  {t('instrument-parts.marks.critical', { when: phraseIn(form, item.critical.when, t) })}
                </Tag>
              )}
              {item.skipIf && <Tag>{t('instrument-parts.marks.skips')}</Tag>}
            </span>
            {item.options && (
              <div className="field-hint">
                {optionsOf(form, item)
                  .map((option) => `${option.value} ${bothIn(language, option)}`)
                  .join(t('instrument-parts.comma'))}
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
