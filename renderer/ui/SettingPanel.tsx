import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Saved } from '#lib/use-setting'
import { ErrorState } from './ErrorState.tsx'
import { Panel } from './Panel.tsx'
import { SavedAt } from './SavedAt.tsx'

type Props = { title: string; hint?: string; saved: Saved; missing?: string | false; children: ReactNode }

/** A group of settings that says by itself when it is saved. */
export function SettingPanel({ title, hint, saved, missing, children }: Props) {
  const { t } = useTranslation()
  const { savedAt, isSaving, failure } = saved
  return (
    <Panel
      title={title}
      extra={
        missing ? (
          <span className="field-error">{missing}</span>
        ) : (
          <SavedAt savedAt={savedAt} isSaving={isSaving} hasFailed={failure !== null && failure.code !== 'invalid'} />
        )
      }
    >
      {hint && <p className="setting-hint">{hint}</p>}
      {failure && (
        <ErrorState
          error={failure}
          what={t(
            failure.data.reason ? `settings.refused.${failure.data.reason}` : 'settings.notSaved',
            t('settings.notSaved'),
          )}
          isTextSafe
        />
      )}
      {children}
    </Panel>
  )
}
