import './archives.css'
import { useTranslation } from 'react-i18next'
import { addDays } from '#contract/calendar'
import type { PaperLine } from '#contract/archives'
import { PAPER_STATES } from '#contract/case-tables'
import { client } from '#lib/client'
import { useCodes } from '#lib/use-codes'
import { useWrite } from '#lib/use-write'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'

type Props = { studentId: string; caseId: string; papers: readonly PaperLine[] }

/** What lies in the paper file: there, promised for a day, or not needed (S59). */
export function PaperRows({ studentId, caseId, papers }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  const { today } = useWorkplace()
  const mayWrite = useMayWrite()
  const { write, error } = useWrite(client.archives.notePaper, { invalidates: ['archives', 'cases'] })
  const note = (line: PaperLine, change: Partial<PaperLine>) => {
    const { state, promisedOn, ...rest } = { ...line, ...change }
    if (state === null) return
    const on = state === 'promised' ? (promisedOn ?? addDays(today, 7)) : null
    write({ studentId, caseId, line: { ...rest, state, promisedOn: on } })
  }
  return (
    <ul className="paper-items" aria-label={t('archives.papers')}>
      {papers.map((line) => (
        <li key={line.item}>
          <span className="paper-item">{t(`codes.paperItems.${line.item}`)}</span>
          <Chips
            label={t(`codes.paperItems.${line.item}`)}
            value={line.state}
            options={codes('paperStates', PAPER_STATES)}
            isDisabled={!mayWrite}
            onChange={(state) => note(line, { state })}
          />
          {line.state === 'promised' && (
            <DateField
              label={t('archives.promisedOn')}
              value={line.promisedOn}
              onChange={(promisedOn) => promisedOn && note(line, { promisedOn })}
            />
          )}
        </li>
      ))}
      {error && <ErrorState error={error} what={t('archives.changeFailed')} />}
    </ul>
  )
}
