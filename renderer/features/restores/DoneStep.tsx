import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RestoreState } from './restore-state.ts'

export function DoneStep({ state, onGo }: { state: RestoreState; onGo: () => void }) {
  const { t } = useTranslation()
  const { asideFolder, opened } = state
  return (
    <>
      <p className="restore-lead" role="status">
        {t('restores.done.lead')}
        <br />
        {t(opened?.keepsPasswords ? 'restores.done.keeps' : 'restores.done.newPassword')}
      </p>
      {asideFolder && (
        <div className="restore-aside">
          {t('restores.done.aside')}
          <code>{asideFolder}</code>
          {t('restores.done.asideHint')}
        </div>
      )}
      <div className="restore-foot">
        <span />
        <Button type="primary" autoFocus onClick={onGo}>
          {t('restores.done.go')}
        </Button>
      </div>
    </>
  )
}
