import { useTranslation } from 'react-i18next'
import type { PaperText, PaperTexts } from '#contract/consents'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { PaperTextRows } from '#ui/PaperTextRows'
import { SettingPanel } from '#ui/SettingPanel'

/** The text of one paper to be signed; every consent remembers the version it was given to. */
export function PaperTextPanel({ of, start }: { of: keyof PaperTexts; start: PaperText }) {
  const { t } = useTranslation()
  const { value, change, saved, isFine } = useSetting(
    start,
    (text, requestId) => client.consents.saveTexts({ texts: { [of]: text }, requestId }),
    ({ version }) => version.trim() !== '',
    'consents',
  )
  return (
    <SettingPanel title={t(`consents.papers.${of}`)} saved={saved} missing={!isFine && t('settings.notice.missing')}>
      <PaperTextRows value={value} onChange={change} />
    </SettingPanel>
  )
}
