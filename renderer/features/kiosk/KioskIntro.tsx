import { useTranslation } from 'react-i18next'
import type { KioskForm } from '#contract/kiosk'
import type { Language } from '#contract/vault'
import { bothIn } from '#lib/both'

type Props = { form: KioskForm; language: Language; say: ((text: string) => void) | null; onBegin: () => void }

/** What the form asks, before its first question. */
export function KioskIntro({ form, language, say, onBegin }: Props) {
  const { t } = useTranslation()
  const text = bothIn(language, form.instructions)
  return (
    <section className="kiosk-body">
      <p className="kiosk-instructions">{text}</p>
      <p className="kiosk-quiet">{t('kiosk.voluntary')}</p>
      <div className="kiosk-row">
        <button type="button" className="kiosk-primary" autoFocus onClick={onBegin}>
          {t('kiosk.begin')}
        </button>
        {say && (
          <button type="button" className="kiosk-plain" onClick={() => say(text)}>
            {t('kiosk.listen')}
          </button>
        )}
      </div>
    </section>
  )
}
