import { useTranslation } from 'react-i18next'
import { openDialog, useDialogs } from '#lib/dialogs'
import type { DialogOf } from '#lib/dialogs'
import { useMay } from '#lib/rights'

type Props = Omit<DialogOf<'revisions'>, 'kind'>

/** Leads to how a record stood before. */
export function EarlierButton({ record, recordId, studentId }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  if (!may('revisions.of')) return null
  return (
    <button
      type="button"
      className="text-button"
      onClick={() =>
        openDialog({ kind: 'revisions', record, recordId, studentId }, useDialogs.getState().open ?? undefined)
      }
    >
      {t('revisions.earlier')}
    </button>
  )
}
