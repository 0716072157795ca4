import type { PrintModel } from '#contract/prints'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperInstant } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { TextRow } from './TextRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 销毁登记与证明 (F27): what is gone, what stays, who approved and who stood by. It names no student. */
export function DestructionForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const { case: one, archive, caseCounts } = model
  const destruction = archive?.destruction
  if (!one || !destruction) return null
  const counts = Object.entries(destruction.counts).map(([kind, n]) =>
    t('case-papers.destruction.count', { kind: t(`case-papers.destruction.kinds.${kind}`), n }),
  )
  return (
    <PagedForm running={running(destruction.no)}>
      <FormTitle school={model.school.name} title={t('case-papers.destruction.title')} />
      <Row
        cells={[
          { label: t('case-papers.archive.no'), value: archive.no },
          { label: t('case-papers.archive.case'), value: one.no },
          {
            label: t('case-papers.closure.visits'),
            value: t('case-papers.closure.times', { n: caseCounts?.visits ?? 0 }),
          },
        ]}
      />
      <Row
        cells={[
          { label: t('case-papers.closure.closed'), value: paperDate(one.closedOn) },
          { label: t('case-papers.archive.until'), value: paperDate(archive.keepUntil) },
          { label: t('case-papers.destruction.at'), value: paperInstant(destruction.at) },
        ]}
      />
      <TextRow label={t('case-papers.destruction.reason')} text={destruction.reason} grows={false} />
      {destruction.earlyReason && (
        <TextRow label={t('case-papers.destruction.early')} text={destruction.earlyReason} grows={false} />
      )}
      <Row cells={[{ label: t('case-papers.destruction.method'), value: destruction.method }]} />
      <TextRow label={t('case-papers.destruction.what')} text={counts.join(t('forms.comma'))} grows={false} />
      <ProseBlock text={t('case-papers.destruction.gone')} />
      <ProseBlock text={t('case-papers.destruction.stays')} />
      {model.logsToLookAt.length > 0 && (
        <ProseBlock
          text={t('case-papers.destruction.logs', {
            days: [...new Set(model.logsToLookAt.map(({ day }) => paperDate(day)))].join(t('forms.comma')),
          })}
        />
      )}
      <ProseBlock text={t('case-papers.destruction.backups')} />
      <SignatureRow
        signatures={[
          {
            who: t(
              destruction.isOnPaper ? 'case-papers.destruction.approvedOnPaper' : 'case-papers.destruction.approved',
            ),
            name: destruction.approvedBy,
          },
          { who: t('case-papers.destruction.witness'), name: destruction.witness },
          { who: t('case-papers.destruction.by'), name: destruction.by },
        ]}
      />
    </PagedForm>
  )
}
