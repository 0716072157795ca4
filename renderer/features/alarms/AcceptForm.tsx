import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { ErrorState } from '#ui/ErrorState'

const SHORTEST = 2

/** Why it is right to go on with the records as they are; it stays in the vault. */
export function AcceptForm() {
  const { t } = useTranslation()
  const id = useId()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const isReady = reason.trim().length >= SHORTEST

  const accept = async () => {
    setBusy(true)
    setError(null)
    try {
      await client.vault.acceptAlarm({ reason: reason.trim() })
      await queries.invalidateQueries()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <form
      className="alarm-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !isBusy) void accept()
      }}
    >
      <label htmlFor={id}>{t('alarms.accept.reason')}</label>
      <Input
        id={id}
        autoFocus
        value={reason}
        maxLength={200}
        placeholder={t('alarms.accept.example')}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={!isReady} loading={isBusy}>
        {t('alarms.accept.go')}
      </Button>
      {error !== null && <ErrorState error={error} what={t('alarms.accept.failed')} />}
    </form>
  )
}
