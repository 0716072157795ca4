import { useTranslation } from 'react-i18next'
import { EXCEPTION_GROUNDS } from '#contract/contact-tables'
import type { ToldTopic } from '#contract/contact-tables'
import type { StageFields } from '#contract/stages'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'

type Props = {
  beyond: readonly ToldTopic[]
  value: StageFields['exceptionGround']
  onChange: (ground: StageFields['exceptionGround']) => void
}

/** More than was agreed is said on one of the four grounds, or taken out. */
export function GroundRow({ beyond, value, onChange }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  if (beyond.length === 0) return null
  const topics = beyond.map((topic) => t(`codes.toldTopics.${topic}`)).join(t('stages.comma'))
  return (
    <FormRow label={t('stages.ground')} hint={t('stages.groundHint', { topics })}>
      <Chips
        label={t('stages.ground')}
        value={value}
        options={codes('exceptionGrounds', EXCEPTION_GROUNDS)}
        onChange={onChange}
      />
    </FormRow>
  )
}
