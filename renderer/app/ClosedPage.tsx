import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { EmptyState } from '#ui/EmptyState'

/** A page that is not for whoever is at the desk. */
export function ClosedPage({ first }: { first: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <EmptyState title={t('frame.closed.title')} hint={t('frame.closed.hint')}>
      <Button onClick={() => void navigate(first, { replace: true })}>{t('frame.closed.back')}</Button>
    </EmptyState>
  )
}
