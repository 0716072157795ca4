import { LockOutlined } from '@ant-design/icons'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrivateNote } from '#contract/privates'
import { formatInstant } from '#lib/format'
import { usePrivateText } from './use-private-text.ts'

type Props = { id: string; studentId: string; visitId: string | null; note: PrivateNote | null; hasFocus?: boolean }

/** Where one's own thoughts are written: closed to one's own key a moment after they are typed. */
export function SealedField({ id, studentId, visitId, note, hasFocus = false }: Props) {
  const { t } = useTranslation()
  const fieldId = useId()
  const { text, change, savedAt, isSaving, failure } = usePrivateText({ id, studentId, visitId }, note)
  return (
    <div className="sealed">
      <label className="sr-only" htmlFor={fieldId}>
        {t('privates.title')}
      </label>
      <textarea
        id={fieldId}
        className="sealed-text"
        rows={4}
        maxLength={20_000}
        spellCheck={false}
        autoComplete="off"
        autoFocus={hasFocus}
        placeholder={t('privates.hint')}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
      <div className={failure ? 'sealed-state sealed-failed' : 'sealed-state'} role="status">
        {failure ? (
          t(
            `privates.failures.${failure.code === 'storage' ? 'storage' : failure.code === 'internal' ? 'other' : 'stopped'}`,
          )
        ) : savedAt && !isSaving ? (
          <>
            <LockOutlined aria-hidden /> {t('privates.sealedAt', { time: formatInstant(savedAt) })}
          </>
        ) : (
          isSaving && t('privates.sealing')
        )}
      </div>
    </div>
  )
}
