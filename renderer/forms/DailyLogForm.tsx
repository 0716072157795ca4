import type { DaySummary } from '#contract/days'
import type { PrintModel } from '#contract/prints'
import { formatDay, formatTime } from '#lib/format'
import { BandRow } from './BandRow.tsx'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperInstant } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { TextRow } from './TextRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

const WIDTHS = { no: '*', caseNo: '*', at: '20mm', minutes: '20mm', state: '24mm', written: '30mm' } as const
const COLUMNS = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]
const COUNTS: readonly (readonly (keyof Omit<DaySummary, 'visits'>)[])[] = [
  ['contacts', 'conferences', 'observations'],
  ['lettersReceived', 'lettersAnswered', 'tests'],
  ['followupsDone', 'followupsUndone', 'referrals'],
  ['crises'],
]

/** 咨询师日志 (F32): what one counselor did on one day, by the numbers of cases; nobody is named. */
export function DailyLogForm({ model }: { model: PrintModel }) {
  const { t, code, running } = usePaperWords(model)
  const { dayLog: log, school } = model
  if (!log) return null
  const words = (key: string) => t(`day-papers.${key}`)
  return (
    <PagedForm running={running('')}>
      <FormTitle school={school.name} title={words('title')} about={`${paperDate(log.day)} · ${formatDay(log.day)}`} />
      <Row
        cells={[
          { label: words('counselor'), value: log.userName },
          { label: words('closedAt'), value: paperInstant(log.closedAt), wide: true },
        ]}
      />
      <BandRow title={t('day-papers.visits', { n: log.summary.visits.length })} />
      {log.summary.visits.length === 0 && <ProseBlock text={words('noVisits')} />}
      {log.summary.visits.length > 0 && (
        <EntryRow
          heads="visits"
          columns={COLUMNS.map((key) => ({ key, width: WIDTHS[key], content: words(`columns.${key}`) }))}
        />
      )}
      {log.summary.visits.map((visit) => {
        const shown: Record<keyof typeof WIDTHS, string | number> = {
          no: visit.no,
          caseNo: visit.caseNo,
          at: visit.at ? formatTime(visit.at) : '',
          minutes: visit.minutes ?? '',
          state: code('visitStates', visit.state),
          written: words(`written.${visit.written}`),
        }
        return (
          <EntryRow
            key={visit.no}
            under="visits"
            columns={COLUMNS.map((key) => ({ key, width: WIDTHS[key], content: shown[key] }))}
          />
        )
      })}
      <BandRow title={words('besides')} />
      {COUNTS.map((line) => (
        <Row
          key={line.join(' ')}
          keep
          cells={line.map((name) => ({ label: words(`counts.${name}`), value: log.summary[name] }))}
        />
      ))}
      <TextRow label={words('remarks')} text={log.remarks} />
      <SignatureRow signatures={[{ who: words('sign') }, { who: words('received') }]} />
    </PagedForm>
  )
}
