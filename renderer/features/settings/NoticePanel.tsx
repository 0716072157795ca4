import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { useWorkplace } from '#lib/workplace'
import { PaperTextRows } from '#ui/PaperTextRows'
import { SettingPanel } from '#ui/SettingPanel'

/** The text that students and parents sign; every consent remembers the version it was given to. */
export function NoticePanel() {
  const { t } = useTranslation()
  const { noticeText, noticeVersion } = useWorkplace().preferences
  const { value, change, saved, isFine } = useSetting(
    { noticeText, noticeVersion },
    (preferences, requestId) => client.settings.savePreferences({ preferences, requestId }),
    ({ noticeVersion: version }) => version.trim() !== '',
  )
  return (
    <SettingPanel
      title={t('settings.notice.title')}
      hint={t('settings.notice.hint')}
      saved={saved}
      missing={!isFine && t('settings.notice.missing')}
    >
      <PaperTextRows
        value={{ version: value.noticeVersion, text: value.noticeText }}
        onChange={({ version, text }) => change({ noticeVersion: version, noticeText: text })}
      />
    </SettingPanel>
  )
}
