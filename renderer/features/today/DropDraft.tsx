import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DraftLine } from '#contract/drafts'
import { client } from '#lib/client'
import { useWrite } from '#lib/use-write'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'
import { todayQueries } from './queries.ts'
import { textsIn } from '#lib/typed-texts'

type Props = { draft: DraftLine; title: string; onClose: () => void }

/** Shows what was typed before it is thrown away; it can be copied from here when its form has no place any more. */
export function DropDraft({ draft, title, onClose }: Props) {
  const { t } = useTranslation()
  const { form, subjectId } = draft
  const { data, error } = useQuery(todayQueries.draftText(form, subjectId))
  const drop = useWrite(client.drafts.discard, { invalidates: ['drafts'], onSuccess: onClose })
  const texts = textsIn(data?.body)
  return (
    <ConfirmDialog
      title={t('today.dropAsk', { form: title })}
      verb={t('today.dropDraft')}
      isDanger
      isBusy={drop.isPending}
      onConfirm={() => drop.write({ form, subjectId })}
      onCancel={onClose}
    >
      {texts.length > 0 && (
        <Input.TextArea
          readOnly
          aria-label={t('today.dropTyped')}
          autoSize={{ minRows: 2, maxRows: 10 }}
          value={texts.join('\n')}
        />
      )}
      {data && texts.length === 0 && <p>{t('today.dropNothing')}</p>}
      {(error ?? drop.error) && <ErrorState error={error ?? drop.error} />}
    </ConfirmDialog>
  )
}
