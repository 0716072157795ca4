import './consents.css'
import { useTranslation } from 'react-i18next'
import { Panel } from '#ui/Panel'
import { ConsentLines } from './ConsentLines.tsx'

export function ConsentsPanel({ studentId }: { studentId: string }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('consents.title')}>
      <ConsentLines studentId={studentId} />
    </Panel>
  )
}
