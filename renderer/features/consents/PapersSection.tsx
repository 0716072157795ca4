import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '#ui/ErrorState'
import { ConsentRulesPanel } from './ConsentRulesPanel.tsx'
import { PaperTextPanel } from './PaperTextPanel.tsx'
import { consentQueries } from './queries.ts'

/** 同意与文书: when a consent is needed, how long it holds, and what the papers to be signed say. */
export function PapersSection() {
  const { t } = useTranslation()
  const { data, error } = useQuery(consentQueries.rules)
  if (error) return <ErrorState error={error} what={t('consents.rules.failed')} />
  if (!data) return null
  return (
    <>
      <ConsentRulesPanel start={data.rules} />
      <PaperTextPanel of="confidentiality" start={data.texts.confidentiality} />
      <PaperTextPanel of="agreement" start={data.texts.agreement} />
      <PaperTextPanel of="recording" start={data.texts.recording} />
    </>
  )
}
