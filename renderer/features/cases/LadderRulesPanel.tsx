import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FOLLOWUP_CAUSES, type FollowupCause } from '#contract/case-tables'
import type { FollowupRules } from '#contract/followups'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'

type Ladder = FollowupRules['ladders'][number]
/** `1, 3, 7` or `1 3 7`; anything that is no day is left out. */
const daysIn = (text: string): number[] =>
  [...new Set((text.match(/\d+/gu) ?? []).map(Number))].filter((n) => n >= 1 && n <= 400).toSorted((a, b) => a - b)

/** The ladders that can be planned, each with its days (S35). */
export function LadderRulesPanel({ start }: { start: FollowupRules }) {
  const { t } = useTranslation()
  const [cause, setCause] = useState<FollowupCause>('first-visit')
  const { value, change, saved } = useSetting(
    start,
    (rules, requestId) => client.followups.saveRules({ rules, requestId }),
    ({ ladders }) => ladders.every(({ days }) => days.length > 0),
    'followups',
  )
  const put = (index: number, part: Partial<Ladder>) =>
    change({ ladders: value.ladders.map((one, i) => (i === index ? { ...one, ...part } : one)) })
  return (
    <SettingPanel title={t('case-rules.ladders')} hint={t('case-rules.laddersHint')} saved={saved}>
      {value.ladders.map((ladder, index) => (
        <FormRow key={index} label={t(`codes.followupCauses.${ladder.cause}`)}>
          <div className="form-row-line">
            <Input
              aria-label={t('case-rules.ladderName')}
              placeholder={t('case-rules.ladderName')}
              maxLength={40}
              style={{ width: 190 }}
              value={ladder.name}
              onChange={(event) => put(index, { name: event.target.value })}
            />
            <DaysField days={ladder.days} onChange={(days) => put(index, { days })} />
            <Button
              type="text"
              size="small"
              onClick={() => change({ ladders: value.ladders.filter((_, i) => i !== index) })}
            >
              {t('case-rules.removeLadder')}
            </Button>
          </div>
        </FormRow>
      ))}
      <div className="form-row-line">
        <Select
          aria-label={t('case-rules.ladders')}
          value={cause}
          style={{ width: 160 }}
          options={FOLLOWUP_CAUSES.map((one) => ({ value: one, label: t(`codes.followupCauses.${one}`) }))}
          onChange={setCause}
        />
        <Button onClick={() => change({ ladders: [...value.ladders, { cause, name: '', days: [1, 3, 7, 15] }] })}>
          {t('case-rules.addLadder')}
        </Button>
      </div>
    </SettingPanel>
  )
}

/** Typed freely; what it means is kept once one leaves the field. */
function DaysField({ days, onChange }: { days: readonly number[]; onChange: (days: number[]) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(days.join(', '))
  const leave = () => {
    const read = daysIn(text)
    if (read.length > 0) onChange(read)
    setText((read.length > 0 ? read : days).join(', '))
  }
  return (
    <Input
      aria-label={t('case-rules.ladderDays')}
      style={{ width: 320 }}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
    />
  )
}
