import { useTranslation } from 'react-i18next'
import type { Term } from '#contract/settings'
import { client } from '#lib/client'
import { termAfter } from '#lib/terms'
import { useSetting } from '#lib/use-setting'
import { useWorkplace } from '#lib/workplace'
import { PeriodRows } from '#ui/PeriodRows'
import { SettingPanel } from '#ui/SettingPanel'

const isWhole = (term: Term) => term.name.trim() !== '' && term.endsOn > term.startsOn

export function TermsPanel() {
  const { t } = useTranslation()
  const { terms } = useWorkplace()
  const { value, change, saved, isFine } = useSetting(
    [...terms],
    (latest, requestId) => client.settings.saveTerms({ terms: latest, requestId }),
    (latest) => latest.every(isWhole),
  )
  const lastDay =
    value
      .map((term) => term.endsOn)
      .sort()
      .at(-1) ?? ''
  return (
    <SettingPanel
      title={t('settings.terms.title')}
      hint={t('settings.terms.hint')}
      saved={saved}
      missing={!isFine && t('settings.terms.missing')}
    >
      <PeriodRows
        periods={value}
        onChange={change}
        makeNext={() => ({ ...termAfter(lastDay), id: crypto.randomUUID() })}
        addLabel={t('settings.terms.add')}
      />
    </SettingPanel>
  )
}
