import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Questionnaire } from '#contract/instrument-file'
import type { Sheet } from './use-sheet.ts'

/** Answers that fell away because an earlier one was changed: never in silence, and to be taken back. */
export function FallenAnswers({ form, sheet }: { form: Questionnaire; sheet: Sheet }) {
  const { t } = useTranslation()
  if (!sheet.fallen) return null
  const list = sheet.fallen.items.map((item) => form.items.indexOf(item) + 1).join(t('sheets.listSign'))
  return (
    <p className="sheet-fallen" role="status">
      {t('sheets.fallen', { list })}
      <Button size="small" onClick={sheet.takeBack}>
        {t('sheets.takeBack')}
      </Button>
    </p>
  )
}
