import { localOf } from '#contract/calendar'
import type { PrintModel } from '#contract/prints'
import type { Stage } from '#contract/stages'
import { Copies } from './Copies.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 阶段小结 (S38): the family's copy holds the family's text alone, the file's holds both. Without a text for the family there is one. */
export function StageForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const { stage } = model
  if (!stage) return null
  const copies = stage.familyText === '' ? (['file'] as const) : (['family', 'file'] as const)
  return (
    <Copies key={copies.length} count={copies.length}>
      {(copy) => (
        <PagedForm running={running(model.case?.no ?? '')}>
          <FormTitle
            school={model.school.name}
            title={t('plan-papers.stage.title', { n: stage.stage })}
            about={t(`plan-papers.stage.copies.${copies[copy] ?? 'file'}`)}
          />
          {copies[copy] === 'family' ? <ForFamily {...{ model, stage }} /> : <ForFile {...{ model, stage }} />}
        </PagedForm>
      )}
    </Copies>
  )
}

type Props = { model: PrintModel; stage: Stage }
function ForFamily({ model, stage }: Props) {
  const { t } = usePaperWords(model)
  return (
    <>
      <Row
        cells={[
          { label: t('forms.student.name'), value: <strong>{model.student?.name}</strong> },
          { label: t('forms.student.className'), value: model.student?.className ?? model.student?.grade },
          { label: t('plan-papers.stage.finishedOn'), value: paperDate(stage.finishedAt && localOf(stage.finishedAt)) },
        ]}
      />
      <TextRow label={t('plan-papers.stage.familyText')} text={stage.familyText.trim()} />
      <ProseBlock text={t('plan-papers.stage.invitation')} />
      <SignatureRow
        signatures={[
          { who: t('plan-papers.stage.receiverSign') },
          { who: t('plan-papers.counselorSign'), name: stage.by },
        ]}
      />
    </>
  )
}

function ForFile({ model, stage }: Props) {
  const { t, code } = usePaperWords(model)
  const receiver = [code('relations', stage.relation), stage.receiver].filter(Boolean).join(' ')
  return (
    <>
      <StudentRows model={model} />
      <Row
        cells={[
          { label: t('plan-papers.caseNo'), value: model.case?.no },
          { label: t('plan-papers.stage.finishedOn'), value: paperDate(stage.finishedAt && localOf(stage.finishedAt)) },
        ]}
      />
      <TextRow label={t('plan-papers.stage.text')} text={stage.text.trim()} />
      <TextRow label={t('plan-papers.stage.nextSteps')} text={stage.nextSteps.trim()} grows={false} />
      {stage.familyText !== '' && (
        <>
          <TextRow label={t('plan-papers.stage.familyText')} text={stage.familyText.trim()} grows={false} />
          <Row
            cells={[
              {
                label: t('plan-papers.stage.topics'),
                value: stage.toldTopics.map((topic) => code('toldTopics', topic)).join(t('forms.comma')),
                wide: true,
              },
              { label: t('plan-papers.stage.ground'), value: code('exceptionGrounds', stage.exceptionGround) },
            ]}
          />
          <Row
            cells={[
              { label: t('plan-papers.stage.receiver'), value: receiver },
              { label: t('plan-papers.stage.deliveredOn'), value: paperDate(stage.deliveredOn) },
              { label: t('plan-papers.stage.way'), value: code('stageWays', stage.deliveredWay) },
            ]}
          />
        </>
      )}
      <SignatureRow signatures={[{ who: t('plan-papers.counselorSign'), name: stage.by }]} />
    </>
  )
}
