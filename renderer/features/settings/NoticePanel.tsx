import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { useWorkplace } from '#lib/workplace'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'

/** The text that students and parents sign; every consent remembers the version it was given to. */
export function NoticePanel() {
  const { t } = useTranslation()
  const id = useId()
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
      <FormRow label={t('settings.notice.version')} htmlFor={`${id}-version`}>
        <Input
          id={`${id}-version`}
          maxLength={40}
          value={value.noticeVersion}
          onChange={(event) => change({ ...value, noticeVersion: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('settings.notice.text')} htmlFor={`${id}-text`}>
        <Input.TextArea
          id={`${id}-text`}
          autoSize={{ minRows: 6, maxRows: 24 }}
          maxLength={20_000}
          value={value.noticeText}
          onChange={(event) => change({ ...value, noticeText: event.target.value })}
        />
      </FormRow>
    </SettingPanel>
  )
}
