import { useMutation, useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '#contract/screenings'
import type { Language } from '#contract/vault'
import { saveFile } from '#lib/save-file'
import { currentLanguage } from '#lib/words'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'
import { FileRows } from './FileRows.tsx'
import { screeningQueries } from './queries.ts'
import { SMALL } from './small.ts'

type Props = { round: Round; what: 'bureau' | 'summary'; startBelow: number; onClose: () => void }

/** The finished file is read back and shown before it leaves the room; exactly these bytes are saved. */
export function ExportDialog({ round, what, startBelow, onClose }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [language, setLanguage] = useState<Language>(currentLanguage())
  const [hideBelow, setHideBelow] = useState(startBelow)
  const file = useQuery(screeningQueries.file(round.id, what, language, hideBelow))
  const save = useMutation({
    mutationFn: async () => {
      if (!file.data) return null
      const { fileName, content } = file.data
      return (await saveFile(fileName, content)) ? fileName : null
    },
    onSuccess: (name) => {
      if (name === null) return
      void message.success(t('screening-files.leave.saved', { name }))
      onClose()
    },
  })
  const rows = file.data?.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0) ?? 0
  const error = file.error ?? save.error
  return (
    <SheetDialog
      title={t(`screening-files.leave.title.${what}`)}
      width={1000}
      verb={t('screening-files.leave.verb')}
      isBusy={save.isPending || file.isFetching}
      isDisabled={!file.data}
      foot={file.data && t('screening-files.leave.count', { name: file.data.fileName, n: rows })}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <p className={what === 'bureau' ? 'round-leave-hint round-missing' : 'round-leave-hint'}>
        {t(`screening-files.leave.hint.${what}`)}
      </p>
      <div className="round-leave-choices">
        <span className="field-label">{t('screening-files.leave.language')}</span>
        <Chips
          label={t('screening-files.leave.language')}
          value={language}
          options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`screening-files.leave.${value}`) }))}
          onChange={setLanguage}
        />
        {what === 'summary' && (
          <>
            <span className="field-label">{t('screening-files.summary.small')}</span>
            <Chips
              label={t('screening-files.summary.small')}
              value={hideBelow}
              options={SMALL.map((n) => ({
                value: n,
                label: n === 0 ? t('screening-files.summary.all') : t('screening-files.summary.below', { n }),
              }))}
              onChange={setHideBelow}
            />
          </>
        )}
      </div>
      {error && (
        <ErrorState error={error} what={t('screening-files.leave.failed')} onRetry={() => void file.refetch()} />
      )}
      {file.data && <FileRows sheets={file.data.sheets} label={t('screening-files.leave.preview')} />}
    </SheetDialog>
  )
}
