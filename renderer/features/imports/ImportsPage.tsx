import './imports.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetView } from '#contract/imports'
import { client } from '#lib/client'
import { PageHeader } from '#ui/PageHeader'
import { FileStep } from './FileStep.tsx'
import { FormerImports } from './FormerImports.tsx'
import { RosterSteps } from './RosterSteps.tsx'
import { TakeInStep } from './TakeInStep.tsx'
import { useTakeIn } from './use-take-in.ts'

export type OpenFile = { fileId: string; fileName: string; sheets: SheetView[] }

/** From the school office's file to students: choose, look, name the classes, see what will happen, take in. */
export function ImportsPage() {
  const { t } = useTranslation()
  const [file, setFile] = useState<OpenFile | null>(null)
  const { progress, error, takeIn, clear } = useTakeIn()
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
          <FileStep onOpen={setFile} />
          <FormerImports onContinue={(importId) => void takeIn(importId)} />
        </>
      )}
    </div>
  )
}
