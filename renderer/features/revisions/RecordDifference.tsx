import { useTranslation } from 'react-i18next'
import type { RevisionKind } from '#contract/revision-tables'
import type { RecordFields } from '#contract/revisions'
import { changedFields, recordValue } from '#lib/record-values'
import { useWorkplace } from '#lib/workplace'

type Props = { kind: RevisionKind; then: RecordFields; now: RecordFields }

/** Only what differs, then beside now. */
export function RecordDifference({ kind, then, now }: Props) {
  const { t } = useTranslation()
  const fields = changedFields(then, now)
  if (fields.length === 0) return <p className="field-hint">{t('revisions.same')}</p>
  return (
    <table className="revision-table">
      <thead>
        <tr>
          <th scope="col">{t('revisions.field')}</th>
          <th scope="col">{t('revisions.former')}</th>
          <th scope="col">{t('revisions.now')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{t(`revisions.fields.${field}`)}</th>
            <td>
              <Value kind={kind} field={field} value={then[field] ?? null} />
            </td>
            <td>
              <Value kind={kind} field={field} value={now[field] ?? null} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ kind, field, value }: { kind: RevisionKind; field: string; value: string | number | null }) {
  const { t } = useTranslation()
  const { accounts } = useWorkplace()
  const shown = recordValue(kind, field, value)
  switch (shown.is) {
    case 'empty':
      return <span className="field-hint">{t('revisions.empty')}</span>
    case 'yes':
    case 'no':
      return t(`revisions.${shown.is}`)
    case 'account':
      return accounts.find(({ id }) => id === shown.id)?.name ?? t('revisions.empty')
    case 'keys':
      return shown.keys.map((key) => t(`codes.${shown.list}.${key}`)).join(t('revisions.comma'))
    case 'standings':
      return shown.list.map(({ standing, words }, at) => (
        <div key={at}>{[`${at + 1}. ${t(`codes.goalStandings.${standing}`)}`, words].filter(Boolean).join(' · ')}</div>
      ))
    case 'text':
      return shown.text
  }
}
