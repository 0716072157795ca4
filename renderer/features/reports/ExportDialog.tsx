import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HIDE_CHOICES, shownReport } from '#contract/report-shown'
import type { Report } from '#contract/reports'
import type { Language } from '#contract/vault'
import { SmallNumbers } from '#forms/SmallNumbers'
import { client } from '#lib/client'
import { saveFile } from '#lib/save-file'
import { currentLanguage } from '#lib/words'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'
import { FilePreview } from './FilePreview.tsx'

export type Format = 'xlsx' | 'docx'
type Props = { report: Report; format: Format; onClose: () => void }

/** Shows exactly what the file will hold before it leaves the room. */
export function ExportDialog({ report, format, onClose }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [language, setLanguage] = useState<Language>(currentLanguage())
  const [hideBelow, setHideBelow] = useState<number>(HIDE_CHOICES[0])
  const sections = shownReport(report, language, hideBelow)
  const lines = sections.flatMap((section) => section.lines)
  const hidden = lines
    .flatMap(({ persons, visits, minutes, share }) => [persons, visits, minutes, share])
    .filter((value) => typeof value === 'string').length
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const { from, to } = report
      const { fileName, content } = await client.reports.export({ from, to, format, language, hideBelow })
      return { fileName, isSaved: await saveFile(fileName, content) }
    },
    onSuccess: ({ fileName, isSaved }) => {
      if (isSaved) void message.success(t('reports.leave.saved', { name: fileName }))
      if (isSaved) onClose()
    },
  })
  return (
    <SheetDialog
      title={t(`reports.leave.title.${format}`)}
      width={860}
      verb={t('reports.leave.verb')}
      isBusy={isPending}
      onSubmit={() => mutate()}
      onClose={onClose}
      foot={t('reports.leave.count', { lines: lines.length, hidden })}
    >
      <p className="report-leave-hint">{t('reports.leave.hint')}</p>
      <div className="report-leave-choices">
        <span className="field-label">{t('reports.leave.language')}</span>
        <Chips
          label={t('reports.leave.language')}
          value={language}
          options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`reports.leave.${value}`) }))}
          onChange={setLanguage}
        />
        <SmallNumbers hideBelow={hideBelow} onChange={setHideBelow} />
      </div>
      {error && <ErrorState error={error} what={t('reports.leave.failed')} onRetry={() => mutate()} />}
      <FilePreview sections={sections} language={language} label={t('reports.leave.preview')} />
    </SheetDialog>
  )
}
