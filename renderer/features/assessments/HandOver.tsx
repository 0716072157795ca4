import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import type { HandingOver } from './use-hand-over.ts'

/** What the student will see, and what happens to the room meanwhile. */
export function HandOver({ handOver }: { handOver: HandingOver }) {
  const { t } = useTranslation()
  const { way, change, error } = handOver
  return (
    <div className="hand-over">
      <p>{t('sheets.handOverHint')}</p>
      <FormRow label={t('sheets.language')}>
        <Chips
          label={t('sheets.language')}
          value={way.language}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(language) => change({ language })}
        />
      </FormRow>
      <FormRow label={t('sheets.layout')}>
        <Chips
          label={t('sheets.layout')}
          value={way.layout}
          options={[
            { value: 'one', label: t('sheets.layoutOne') },
            { value: 'all', label: t('sheets.layoutAll') },
          ]}
          onChange={(layout) => change({ layout })}
        />
      </FormRow>
      <Checkbox checked={way.aloud} onChange={(event) => change({ aloud: event.target.checked })}>
        {t('sheets.aloudOption')}
      </Checkbox>
      {error && <ErrorState error={error} what={t('sheets.handOverFailed')} />}
    </div>
  )
}
