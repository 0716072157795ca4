import { Button, Checkbox, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Letter } from '#contract/letters'
import { client } from '#lib/client'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { ErrorState } from '#ui/ErrorState'
import { SavedAt } from '#ui/SavedAt'

/** What the letter says, in short, and whether it speaks of danger. */
export function SummaryField({ letter, isFixed }: { letter: Letter; isFixed: boolean }) {
  const { t } = useTranslation()
  const id = useId()
  const draft = useDraft('letter-summary', letter.id, { summary: letter.summary, isRisk: letter.isRisk })
  const { write, isPending, error } = useWrite(client.letters.update, {
    invalidates: ['letters', 'students'],
    onSuccess: () => void draft.discard().catch(() => undefined),
  })
  const { summary, isRisk } = draft.value
  const isSame = summary === letter.summary && isRisk === letter.isRisk
  if (isFixed) return <p>{letter.summary}</p>
  return (
    <>
      <h3>
        <label htmlFor={id}>{t('letters.summary')}</label>
      </h3>
      <Input.TextArea
        id={id}
        autoFocus={letter.state === 'unread'}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={4000}
        placeholder={t('letters.summaryHint')}
        value={summary}
        onChange={(event) => draft.change({ summary: event.target.value })}
      />
      <div className="form-row-line letters-replied">
        <Checkbox checked={isRisk} onChange={(event) => draft.change({ isRisk: event.target.checked })}>
          {t('letters.riskHint')}
        </Checkbox>
        {(!isSame || letter.state === 'unread') && (
          <Button
            loading={isPending}
            disabled={!draft.isReady}
            onClick={() =>
              write({
                letterId: letter.id,
                studentId: letter.studentId,
                toStudentId: null,
                fields: { summary, isRisk },
              })
            }
          >
            {t(letter.state === 'unread' ? 'letters.markRead' : 'frame.save')}
          </Button>
        )}
        <SavedAt savedAt={draft.savedAt} hasFailed={draft.hasFailed} />
      </div>
      {error && <ErrorState error={error} what={t('letters.keepFailed')} isTextSafe />}
    </>
  )
}
