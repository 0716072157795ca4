import type { Witness } from '#contract/audit'
import type { PrintModel } from '#contract/prints'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperInstant } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

const WIDTHS = { week: '24mm', at: '52mm', rows: '20mm', head: '46mm', sign: '*' } as const

/** 操作日志凭证: where the log stood, week by week, for a second person to keep. */
export function AuditWitnessForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const { school, witnesses, printedAt } = model
  return (
    <PagedForm running={running('')}>
      <FormTitle school={school.name} title={t('trust-papers.witness.title')} about={paperDate(printedAt)} />
      <ProseBlock text={t('trust-papers.witness.what')} />
      <EntryRow
        heads="weeks"
        columns={[
          { key: 'week', width: WIDTHS.week, content: t('trust-papers.witness.week') },
          { key: 'at', width: WIDTHS.at, content: t('trust-papers.witness.at') },
          { key: 'rows', width: WIDTHS.rows, content: t('trust-papers.witness.rows') },
          { key: 'head', width: WIDTHS.head, content: t('trust-papers.witness.head') },
          { key: 'sign', width: WIDTHS.sign, content: t('trust-papers.witness.sign') },
        ]}
      />
      {witnesses.map((witness) => (
        <EntryRow
          key={witness.week}
          under="weeks"
          columns={[
            { key: 'week', width: WIDTHS.week, content: witness.week },
            { key: 'at', width: WIDTHS.at, content: paperInstant(witness.at) },
            { key: 'rows', width: WIDTHS.rows, align: 'figure', content: witness.seq },
            { key: 'head', width: WIDTHS.head, content: <code className="paper-head">{inFours(witness)}</code> },
            { key: 'sign', width: WIDTHS.sign, content: null },
          ]}
        />
      ))}
      <SignatureRow
        signatures={[{ who: t('trust-papers.witness.counselor') }, { who: t('trust-papers.witness.keeper') }]}
      />
      <ProseBlock text={t('trust-papers.witness.how')} />
    </PagedForm>
  )
}

/** Sixteen signs are read off a sheet in fours. */
const inFours = ({ head }: Witness): string => (head.match(/.{1,4}/gu) ?? []).join(' ')
