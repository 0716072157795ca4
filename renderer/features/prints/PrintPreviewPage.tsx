import { useQuery } from '@tanstack/react-query'
import { Alert, App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useParams } from 'react-router'
import { PRINT_FORMS } from '#contract/code-tables'
import { HIDE_CHOICES } from '#contract/report-shown'
import { PaperDesk } from '#forms/PaperDesk'
import { SmallNumbers } from '#forms/SmallNumbers'
import { client } from '#lib/client'
import { printPage } from '#lib/print'
import { unbundledCharacters } from '#lib/unbundled-characters'
import { useWrite } from '#lib/use-write'
import { ErrorState } from '#ui/ErrorState'
import { Paper } from './Paper.tsx'
import { printQueries } from './queries.ts'

/** Exactly what will be on paper, and the way to the printer. Nothing is printed without having been seen here. */
export function PrintPreviewPage() {
  const { t } = useTranslation()
  const { subjectId = '' } = useParams()
  const { pathname } = useLocation()
  const form = PRINT_FORMS.find((known) => pathname.startsWith(`/print/${known}/`)) ?? 'visit-record'
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [hideBelow, setHideBelow] = useState<number>(HIDE_CHOICES[0])
  const { data: model, error, refetch } = useQuery(printQueries.preview(form, subjectId))
  const told = {
    onSuccess: () => void message.success(t('prints.sent')),
    onError: () => void message.error(t('prints.notRecorded')),
    invalidates: ['audit'],
  } as const
  const record = useWrite(client.prints.record, told)
  const recordSlip = useWrite(client.prints.recordSlip, told)
  const print = async (pages: number) => {
    if (!(await printPage())) return
    if (form === 'appointment-slip') recordSlip.write({ subjectId, pages })
    else record.write({ form, subjectId, pages })
  }

  const rare = model ? unbundledCharacters(JSON.stringify(model)) : []
  const rarity = rare.length > 0 && (
    <Alert type="warning" showIcon title={t('prints.rare', { characters: rare.join(' ') })} />
  )
  const leftOut = model?.growth && (
    <Alert type="info" showIcon title={t('prints.growthLeftOut', { n: model.growth.leftOut })} />
  )
  const choice = model?.report && (
    <div className="paper-choice">
      <SmallNumbers hideBelow={hideBelow} onChange={setHideBelow} />
    </div>
  )
  return (
    <PaperDesk
      title={t(`codes.printForms.${form}`)}
      onPrint={(pages) => void print(pages)}
      onBack={() => void navigate(-1)}
      notice={
        (rarity || choice || leftOut) && (
          <>
            {leftOut}
            {rarity}
            {choice}
          </>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {model && <Paper key={hideBelow} model={model} hideBelow={hideBelow} />}
    </PaperDesk>
  )
}
