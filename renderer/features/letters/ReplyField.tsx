import { Button, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Letter } from '#contract/letters'
import { client } from '#lib/client'
import { formatMoment, localNow } from '#lib/format'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { SavedAt } from '#ui/SavedAt'

/** The answer that is put back into the box or handed over; what is sent stands here word for word. */
export function ReplyField({ letter, isFixed }: { letter: Letter; isFixed: boolean }) {
  const { t } = useTranslation()
  const id = useId()
  const { today } = useWorkplace()
  const draft = useDraft('letter-reply', letter.id, { reply: letter.reply })
  const { write, isPending, error } = useWrite(client.letters.answer, {
    invalidates: ['letters', 'students'],
    onSuccess: () => void draft.discard().catch(() => undefined),
  })
  if (letter.answeredAt || isFixed)
    return letter.reply ? (
      <>
        <h3>{t('letters.reply')}</h3>
        <p className="letters-text">{letter.reply}</p>
        {letter.answeredAt && (
          <p className="field-hint">{t('letters.answeredAt', { at: formatMoment(letter.answeredAt, today) })}</p>
        )}
      </>
    ) : null
  const { reply } = draft.value
  return (
    <>
      <h3>
        <label htmlFor={id}>{t('letters.reply')}</label>
      </h3>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 4, maxRows: 12 }}
        maxLength={8000}
        placeholder={t('letters.replyHint')}
        value={reply}
        onChange={(event) => draft.change({ reply: event.target.value })}
      />
      <div className="form-row-line letters-replied">
        <Button
          type="primary"
          loading={isPending}
          disabled={reply.trim() === '' || !draft.isReady}
          onClick={() =>
            write({ letterId: letter.id, studentId: letter.studentId, reply: reply.trim(), at: localNow() })
          }
        >
          {t('letters.answer')}
        </Button>
        <SavedAt savedAt={draft.savedAt} hasFailed={draft.hasFailed} />
      </div>
      {error && <ErrorState error={error} what={t('letters.keepFailed')} isTextSafe />}
    </>
  )
}
