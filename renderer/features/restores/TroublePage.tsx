import './restores.css'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { VaultStatus } from '#contract/vault'

type Props = { trouble: NonNullable<VaultStatus['trouble']>; onRestore: () => void; onLookAgain: () => void }

/** A vault that must be here cannot even be tried: what happened, that nothing is lost by waiting, and the two ways on. */
export function TroublePage({ trouble, onRestore, onLookAgain }: Props) {
  const { t } = useTranslation()
  return (
    <main className="restore">
      <section className="restore-card restore-trouble" aria-labelledby="trouble-title" role="alert">
        <h1 id="trouble-title">{t(`restores.trouble.${trouble}.title`)}</h1>
        <p className="restore-lead">{t(`restores.trouble.${trouble}.what`)}</p>
        <p className="restore-safe">{t('restores.trouble.safe')}</p>
        <ol className="restore-ways">
          <li>{t('restores.trouble.first')}</li>
          <li>{t('restores.trouble.second')}</li>
        </ol>
        <div className="restore-foot">
          <Button onClick={onLookAgain}>{t('restores.trouble.again')}</Button>
          <Button type="primary" autoFocus onClick={onRestore}>
            {t('restores.trouble.restore')}
          </Button>
        </div>
      </section>
    </main>
  )
}
