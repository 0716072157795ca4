import { PAPER_STATES } from '#contract/case-tables'
import type { PrintModel } from '#contract/prints'
import { CutLine } from './CutLine.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 交接清单 (F17) with its four signatures, and below the cut the label of the envelope (F18): a number, no name. */
export function FileChecklistForm({ model }: { model: PrintModel }) {
  const { t, ticks, code, running } = usePaperWords(model)
  const { case: one, papers, archive } = model
  if (!one) return null
  return (
    <PagedForm running={running(one.no)}>
      <FormTitle school={model.school.name} title={t('case-papers.checklist.title')} />
      <StudentRows model={model} />
      {papers.map(({ item, state, promisedOn, note }) => (
        <Row
          key={item}
          cells={[
            {
              label: code('paperItems', item),
              value: <TickBoxes ticks={ticks('paperStates', PAPER_STATES, [state])} />,
              wide: true,
            },
            { label: t('case-papers.checklist.promised'), value: paperDate(promisedOn) },
            { label: t('case-papers.checklist.note'), value: note },
          ]}
        />
      ))}
      <SignatureRow
        keep
        signatures={[{ who: t('case-papers.checklist.giver') }, { who: t('case-papers.checklist.giverHead') }]}
      />
      <SignatureRow
        keep
        signatures={[{ who: t('case-papers.checklist.taker') }, { who: t('case-papers.checklist.takerHead') }]}
      />
      <CutLine words={t('case-papers.checklist.cutHere')} />
      <Row
        keep
        cells={[
          { label: t('case-papers.checklist.label'), value: <strong>{archive?.no ?? one.no}</strong> },
          { label: t('case-papers.archive.case'), value: one.no },
          { label: t('case-papers.archive.box'), value: archive?.box ?? '' },
        ]}
      />
      <Row
        cells={[
          { label: t('case-papers.closure.opened'), value: paperDate(one.openedOn) },
          { label: t('case-papers.closure.closed'), value: paperDate(one.closedOn) },
          { label: t('case-papers.archive.until'), value: paperDate(archive?.keepUntil ?? null) },
        ]}
      />
    </PagedForm>
  )
}
