import type { PrintModel } from '#contract/prints'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { usePaperWords } from './use-paper-words.ts'

const WIDTHS = { day: '34mm', kind: '20mm', text: '*' } as const

/** 成长档案摘要 (F47): the shareable layer alone; no visit, no test, no remark of the room. */
export function GrowthForm({ model }: { model: PrintModel }) {
  const { t, code, running } = usePaperWords(model)
  const entries = model.growth?.entries ?? []
  return (
    <PagedForm running={running('')}>
      <FormTitle school={model.school.name} title={t('case-papers.growth.title')} />
      <StudentRows model={model} />
      <EntryRow
        heads="growth"
        columns={[
          { key: 'day', width: WIDTHS.day, content: t('case-papers.growth.day') },
          { key: 'kind', width: WIDTHS.kind, content: t('case-papers.growth.kind') },
          { key: 'text', width: WIDTHS.text, content: t('case-papers.growth.text') },
        ]}
      />
      {entries.map((entry) => (
        <EntryRow
          key={entry.id}
          under="growth"
          columns={[
            { key: 'day', width: WIDTHS.day, content: paperDate(entry.onDay) },
            { key: 'kind', width: WIDTHS.kind, content: code('growthKinds', entry.kind) },
            { key: 'text', width: WIDTHS.text, content: entry.text },
          ]}
        />
      ))}
      {entries.length === 0 && <ProseBlock text={t('case-papers.growth.none')} />}
      <ProseBlock text={t('case-papers.growth.approval')} />
      <SignatureRow
        signatures={[{ who: t('case-papers.closure.counselorSign') }, { who: t('case-papers.closure.leaderSign') }]}
      />
    </PagedForm>
  )
}
