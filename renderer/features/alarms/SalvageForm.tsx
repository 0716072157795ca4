import './alarms.css'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, toAppError } from '#lib/client'
import { ErrorState } from '#ui/ErrorState'

type Counts = Awaited<ReturnType<typeof client.vault.salvage>>

/** With the password once more: a new vault of what can be read, exact numbers, and the old one kept. */
export function SalvageForm({ onLock }: { onLock: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [password, setPassword] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [counts, setCounts] = useState<Counts | null>(null)
  const isWrong = error !== null && toAppError(error).code === 'forbidden'

  const salvage = async () => {
    setBusy(true)
    setError(null)
    try {
      setCounts(await client.vault.salvage({ password }))
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
      setPassword('')
    }
  }
  if (counts) return <SalvageCounts counts={counts} onLock={onLock} />
  return (
    <form
      className="alarm-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (password && !isBusy) void salvage()
      }}
    >
      <label htmlFor={id}>{t('alarms.salvage.password')}</label>
      <Input.Password
        id={id}
        autoFocus
        autoComplete="off"
        value={password}
        maxLength={128}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={!password} loading={isBusy}>
        {t(isBusy ? 'alarms.salvage.going' : 'alarms.salvage.go')}
      </Button>
      {isWrong && (
        <p className="field-error" role="alert">
          {t('alarms.salvage.wrong')}
        </p>
      )}
      {error !== null && !isWrong && <ErrorState error={error} what={t('alarms.salvage.failed')} />}
    </form>
  )
}

function SalvageCounts({ counts, onLock }: { counts: Counts; onLock: () => void }) {
  const { t } = useTranslation()
  const saved = counts.reduce((sum, one) => sum + one.saved, 0)
  const short = counts.filter(({ lost }) => lost > 0)
  return (
    <div className="alarm-form" role="status">
      <p>
        {t('alarms.salvage.saved', { count: saved })}{' '}
        {short.length === 0 ? t('alarms.salvage.noneLost') : t('alarms.salvage.lost')}
      </p>
      {short.length > 0 && (
        <table className="alarm-counts">
          <thead>
            <tr>
              <th scope="col">{t('alarms.salvage.table')}</th>
              <th scope="col">{t('alarms.salvage.savedRows')}</th>
              <th scope="col">{t('alarms.salvage.lostRows')}</th>
            </tr>
          </thead>
          <tbody>
            {short.map(({ table, saved, lost }) => (
              <tr key={table}>
                <th scope="row">{t(`alarms.tables.${table}`, { defaultValue: table })}</th>
                <td>{saved}</td>
                <td>{lost}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button type="primary" autoFocus onClick={onLock}>
        {t('alarms.salvage.lock')}
      </Button>
    </div>
  )
}
