import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { STAGES } from '#contract/code-tables'
import { client } from '#lib/client'
import { useCodes } from '#lib/use-codes'
import { useSetting } from '#lib/use-setting'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'

const LINES = ['name', 'roomName', 'phone'] as const

export function SchoolPanel() {
  const { t } = useTranslation()
  const id = useId()
  const codes = useCodes()
  const { value, change, saved, isFine } = useSetting(
    useWorkplace().school,
    (school, requestId) => client.settings.saveSchool({ school, requestId }),
    (school) => school.name.trim() !== '',
  )
  return (
    <SettingPanel
      title={t('settings.school.title')}
      hint={t('settings.school.hint')}
      saved={saved}
      missing={!isFine && t('settings.school.missing')}
    >
      {LINES.map((line) => (
        <FormRow key={line} label={t(`settings.school.${line}`)} htmlFor={`${id}-${line}`}>
          <Input
            id={`${id}-${line}`}
            maxLength={80}
            value={value[line]}
            onChange={(event) => change({ ...value, [line]: event.target.value })}
          />
        </FormRow>
      ))}
      <FormRow label={t('settings.school.stage')}>
        <Chips
          label={t('settings.school.stage')}
          options={codes('stages', STAGES)}
          value={value.stage}
          onChange={(stage) => change({ ...value, stage })}
        />
      </FormRow>
    </SettingPanel>
  )
}
