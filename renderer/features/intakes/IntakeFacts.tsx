import { useTranslation } from 'react-i18next'
import { INTAKE_METHODS } from '#contract/case-tables'
import type { IntakeBody } from '#contract/intakes'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { SheetPart } from '#ui/SheetPart'

type Props = { body: IntakeBody; onChange: (part: Partial<IntakeBody>) => void }

/** When and how the intake was made. */
export function IntakeFacts({ body, onChange }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  return (
    <SheetPart label={t('intakes.methods')}>
      <Chips
        isMultiple
        label={t('intakes.methods')}
        value={body.methods}
        options={codes('intakeMethods', INTAKE_METHODS)}
        onChange={(methods) => onChange({ methods })}
      />
      <div className="sheet-part-line">
        <DateField label={t('intakes.onDay')} value={body.onDay} onChange={(onDay) => onDay && onChange({ onDay })} />
      </div>
    </SheetPart>
  )
}
