import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetMapping } from '#contract/imports'
import type { SchoolClass } from '#contract/settings'
import { client } from '#lib/client'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { ClassesStep } from './ClassesStep.tsx'
import type { OpenFile } from './ImportsPage.tsx'
import { isOdd, keyOf, plainClass } from './odd-classes.ts'
import { importQueries } from './queries.ts'
import { ReviewStep } from './ReviewStep.tsx'
import { SheetsStep } from './SheetsStep.tsx'

const STEPS = ['sheets', 'classes', 'review'] as const
type Step = (typeof STEPS)[number]
type Props = { file: OpenFile; onLeave: () => void; onStarted: (importId: string, rows: number) => void }

/** The three looks before anything is written: the sheets, the classes, the outcome. */
export function RosterSteps({ file, onLeave, onStarted }: Props) {
  const { t } = useTranslation()
  const { classes: known, school } = useWorkplace()
  const [step, setStep] = useState<Step>('sheets')
  const [mappings, setMappings] = useState<SheetMapping[]>(file.sheets.map(({ mapping }) => mapping))
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const [importId] = useState(() => crypto.randomUUID())
  const open = useQuery(importQueries.preview(file.fileId, mappings, null))
  const sheets = open.data?.sheets ?? file.sheets
  const named = open.data?.classes ?? []
  const unknown = named.filter((one) => !one.known)
  const ticked =
    chosen ?? (known.length > 0 ? [] : unknown.filter((one) => !isOdd(one, named, school.stage)).map(keyOf))
  const classes: SchoolClass[] = [...known, ...unknown.filter((one) => ticked.includes(keyOf(one))).map(plainClass)]
  const asked = classes.length > known.length ? classes : null
  const outcome = useQuery({ ...importQueries.preview(file.fileId, mappings, asked), enabled: step === 'review' })
  const { write, isPending, error } = useWrite(client.imports.start, {
    onSuccess: ({ importId: id, rows }) => onStarted(id, rows),
  })

  const change = (name: string, part: Partial<SheetMapping>) => {
    setChosen(null)
    setMappings(sheets.map(({ mapping }) => (mapping.sheet === name ? { ...mapping, ...part } : mapping)))
  }
  const go = (by: 1 | -1) => {
    const next = STEPS[STEPS.indexOf(step) + by]
    if (!next) onLeave()
    else if (next === 'classes' && unknown.length === 0) setStep(by === 1 ? 'review' : 'sheets')
    else setStep(next)
  }
  return (
    <div className="imports-steps">
      <ol className="imports-trail" aria-label={t('imports.steps.label')}>
        {STEPS.map((one) => (
          <li key={one} aria-current={one === step ? 'step' : undefined}>
            {t(`imports.steps.${one}`)}
          </li>
        ))}
      </ol>
      {open.error && <ErrorState error={open.error} what={t('imports.notRead')} onRetry={() => void open.refetch()} />}
      {step === 'sheets' && (
        <SheetsStep
          sheets={sheets}
          isBusy={open.isFetching}
          rows={open.data?.rows ?? 0}
          onChange={change}
          onBack={() => go(-1)}
          onNext={() => go(1)}
        />
      )}
      {step === 'classes' && (
        <ClassesStep
          unknown={unknown}
          named={named}
          isFirst={known.length === 0}
          ticked={ticked}
          onTick={setChosen}
          onBack={() => go(-1)}
          onNext={() => go(1)}
        />
      )}
      {step === 'review' && (
        <>
          {outcome.error && (
            <ErrorState error={outcome.error} what={t('imports.notRead')} onRetry={() => void outcome.refetch()} />
          )}
          {error && <ErrorState error={error} what={t('imports.notStarted')} />}
          <ReviewStep
            preview={outcome.isPlaceholderData ? undefined : outcome.data}
            isStarting={isPending}
            onBack={() => go(-1)}
            onStart={() =>
              write({
                id: importId,
                fileId: file.fileId,
                mappings: sheets.map(({ mapping }) => mapping),
                classes: asked,
              })
            }
          />
        </>
      )}
    </div>
  )
}
