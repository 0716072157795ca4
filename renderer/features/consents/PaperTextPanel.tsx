import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperText, PaperTexts } from '#contract/consents'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'

/** The text of one paper to be signed; every consent remembers the version it was given to. */
export function PaperTextPanel({ of, start }: { of: keyof PaperTexts; start: PaperText }) {
  const { t } = useTranslation()
  const id = useId()
  const { value, change, saved, isFine } = useSetting(
    start,
    (text, requestId) => client.consents.saveTexts({ texts: { [of]: text }, requestId }),
    ({ version }) => version.trim() !== '',
    'consents',
  )
  return (
    <SettingPanel title={t(`consents.papers.${of}`)} saved={saved} missing={!isFine && t('settings.notice.missing')}>
      <FormRow label={t('settings.notice.version')} htmlFor={`${id}-version`}>
        <Input
          id={`${id}-version`}
          maxLength={40}
          value={value.version}
          onChange={(event) => change({ ...value, version: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('settings.notice.text')} htmlFor={`${id}-text`}>
        <Input.TextArea
          id={`${id}-text`}
          autoSize={{ minRows: 6, maxRows: 24 }}
          maxLength={20_000}
          value={value.text}
          onChange={(event) => change({ ...value, text: event.target.value })}
        />
      </FormRow>
    </SettingPanel>
  )
}
