import './imports.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetView } from '#contract/imports'
import { client } from '#lib/client'
import { useTakeIn } from '#lib/use-take-in'
import { FileDrop } from '#ui/FileDrop'
import { PageHeader } from '#ui/PageHeader'
import { FormerImports } from './FormerImports.tsx'
import { RosterSteps } from './RosterSteps.tsx'
import { rosterSteps } from './take-in-steps.ts'
import { TakeInStep } from './TakeInStep.tsx'

export type OpenFile = { fileId: string; fileName: string; sheets: SheetView[] }

/** From the school office's file to students: choose, look, name the classes, see what will happen, take in. */
export function ImportsPage() {
  const { t } = useTranslation()
  const [file, setFile] = useState<OpenFile | null>(null)
  const { progress, error, takeIn, clear } = useTakeIn(rosterSteps)
  const leaveFile = () => {
    if (file) void client.imports.forget({ fileId: file.fileId }).catch(() => undefined)
    setFile(null)
  }
  return (
    <div className="imports">
      <PageHeader title={t('imports.title')} hint={file?.fileName ?? t('imports.hint')} />
      {progress ? (
        <TakeInStep
          progress={progress}
          error={error}
          onContinue={() => void takeIn(progress.importId, progress.rows)}
          onLeave={() => {
            clear()
            leaveFile()
          }}
        />
      ) : file ? (
        <RosterSteps
          key={file.fileId}
          file={file}
          onLeave={leaveFile}
          onStarted={(importId, rows) => void takeIn(importId, rows)}
        />
      ) : (
        <>
          <FileDrop
            title={t('imports.drop')}
            label={t('imports.file')}
            onFile={async (given) => setFile({ fileName: given.fileName, ...(await client.imports.inspect(given)) })}
          />
          <FormerImports onContinue={(importId) => void takeIn(importId)} />
        </>
      )}
    </div>
  )
}
