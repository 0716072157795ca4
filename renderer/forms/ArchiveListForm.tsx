import type { ArchiveLine } from '#contract/archives'
import type { PrintModel } from '#contract/prints'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

const WIDTHS = { no: '24mm', case: '28mm', span: '*', box: '32mm', until: '34mm' } as const

/** 档案目录 (F27): what was filed in a time, by number; it names no student. */
export function ArchiveListForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const { period, archiveLines } = model
  const until = (line: ArchiveLine): string => {
    if (line.destructionNo) return t('case-papers.archive.destroyed', { no: line.destructionNo })
    if (line.isHeld) return t('case-papers.archive.held')
    return line.keepUntil ? paperDate(line.keepUntil) : t('case-papers.archive.unlimited')
  }
  return (
    <PagedForm running={running('')}>
      <FormTitle
        school={model.school.name}
        title={t('case-papers.archive.title')}
        {...(period
          ? { about: t('case-papers.archive.about', { from: paperDate(period.from), to: paperDate(period.to) }) }
          : {})}
      />
      <EntryRow
        heads="archive"
        columns={[
          { key: 'no', width: WIDTHS.no, content: t('case-papers.archive.no') },
          { key: 'case', width: WIDTHS.case, content: t('case-papers.archive.case') },
          { key: 'span', width: WIDTHS.span, content: t('case-papers.archive.span') },
          { key: 'box', width: WIDTHS.box, content: t('case-papers.archive.box') },
          { key: 'until', width: WIDTHS.until, content: t('case-papers.archive.until') },
        ]}
      />
      {archiveLines.map((line) => (
        <EntryRow
          key={line.caseId}
          under="archive"
          columns={[
            { key: 'no', width: WIDTHS.no, content: line.no },
            { key: 'case', width: WIDTHS.case, content: line.caseNo },
            { key: 'span', width: WIDTHS.span, content: `${paperDate(line.openedOn)} – ${paperDate(line.closedOn)}` },
            { key: 'box', width: WIDTHS.box, content: line.box },
            { key: 'until', width: WIDTHS.until, content: until(line) },
          ]}
        />
      ))}
      {archiveLines.length === 0 && <ProseBlock text={t('case-papers.archive.none')} />}
      <SignatureRow
        signatures={[{ who: t('case-papers.archive.keeper') }, { who: t('case-papers.closure.leaderSign') }]}
      />
    </PagedForm>
  )
}
