import { useTranslation } from 'react-i18next'
import type { SheetMapping, SheetView } from '#contract/imports'
import { StepFoot } from '#ui/StepFoot'
import { SheetCard } from './SheetCard.tsx'

type Props = {
  sheets: readonly SheetView[]
  isBusy: boolean
  /** Students found in the sheets that are used. */
  rows: number
  onChange: (sheet: string, part: Partial<SheetMapping>) => void
  onBack: () => void
  onNext: () => void
}

/** What was understood of the file, sheet by sheet, open to correction. */
export function SheetsStep({ sheets, isBusy, rows, onChange, onBack, onNext }: Props) {
  const { t } = useTranslation()
  const isUsed = sheets.some(({ mapping }) => mapping.use)
  const isNamed = sheets.filter(({ mapping }) => mapping.use).every(({ mapping }) => mapping.columns.includes('name'))
  const missing = !isUsed
    ? t('imports.noSheet')
    : !isNamed
      ? t('imports.noName')
      : rows === 0 && !isBusy
        ? t('imports.noRows')
        : null
  return (
    <>
      <div className="imports-body">
        {sheets.map((sheet, index) => (
          <SheetCard
            key={sheet.name}
            sheet={sheet}
            number={index + 1}
            onChange={(part) => onChange(sheet.name, part)}
          />
        ))}
      </div>
      <StepFoot
        hint={missing ?? t('imports.found', { count: rows })}
        isMissing={missing !== null}
        back={t('imports.otherFile')}
        next={t('imports.next')}
        isReady
        isBusy={isBusy}
        onBack={onBack}
        onNext={missing === null ? onNext : undefined}
      />
    </>
  )
}
