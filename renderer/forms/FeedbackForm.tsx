import type { PrintModel } from '#contract/prints'
import { Circles } from './Circles.tsx'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { ProseBlock } from './ProseBlock.tsx'
import { TextRow } from './TextRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

const QUESTIONS = ['heard', 'respected', 'mine', 'helped', 'setting', 'again'] as const
const LEVELS = 5
const OPEN_QUESTIONS = ['best', 'change', 'else'] as const

/** 满意度反馈表 (F12): filled in with a pen and put in the box, without a name. */
export function FeedbackForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  return (
    <PagedForm running={running('')}>
      <FormTitle school={model.school.name} title={t('plan-papers.feedback.title')} />
      <ProseBlock leads text={t('plan-papers.feedback.lead', { room: model.school.roomName || model.school.name })} />
      <EntryRow
        heads="questions"
        columns={[
          { key: 'question', width: '*', content: t('plan-papers.feedback.question') },
          { key: 'answer', width: '52mm', content: t('plan-papers.feedback.answer') },
        ]}
      />
      {QUESTIONS.map((question) => (
        <EntryRow
          key={question}
          under="questions"
          columns={[
            {
              key: 'question',
              width: '*',
              align: 'begins',
              content: t(`plan-papers.feedback.questions.${question}`),
            },
            { key: 'answer', width: '52mm', content: <Circles count={LEVELS} /> },
          ]}
        />
      ))}
      {OPEN_QUESTIONS.map((question) => (
        <TextRow key={question} label={t(`plan-papers.feedback.open.${question}`)} text="" />
      ))}
      <ProseBlock text={t('plan-papers.feedback.end')} />
    </PagedForm>
  )
}
