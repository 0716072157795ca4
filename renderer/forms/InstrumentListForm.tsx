import type { InstrumentLine } from '#contract/instruments'
import type { PrintModel } from '#contract/prints'
import { bothIn } from '#lib/both'
import { licenceKind } from '#lib/licence-kind'
import { currentLanguage } from '#lib/words'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

const WIDTHS = { number: '9mm', name: '42mm', version: '32mm', licence: '36mm', competent: '*', uses: '14mm' } as const

/** 心理量表目录 (F11): what the room keeps, on what terms, who may use it by what, and how often it was used. */
export function InstrumentListForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const { school, instruments, period } = model
  const language = currentLanguage()
  const licence = ({ license, zhText }: InstrumentLine) => (
    <>
      <div>{t(`instruments.licences.${licenceKind(license.verdict)}`)}</div>
      <div className="paper-hint">{t(`codes.zhTexts.${zhText}`, zhText)}</div>
    </>
  )
  return (
    <PagedForm running={running('')}>
      <FormTitle
        school={school.name}
        title={t('test-papers.list.title')}
        about={
          period ? t('test-papers.list.about', { from: paperDate(period.from), to: paperDate(period.to) }) : undefined
        }
      />
      <EntryRow
        heads="instruments"
        columns={[
          { key: 'number', width: WIDTHS.number, content: t('test-papers.list.number') },
          { key: 'name', width: WIDTHS.name, content: t('test-papers.list.instrument') },
          { key: 'version', width: WIDTHS.version, content: t('test-papers.list.version') },
          { key: 'licence', width: WIDTHS.licence, content: t('test-papers.list.licence') },
          { key: 'competent', width: WIDTHS.competent, content: t('test-papers.list.competent') },
          { key: 'uses', width: WIDTHS.uses, content: t('test-papers.list.uses') },
        ]}
      />
      {instruments.map((line, index) => (
        <EntryRow
          key={line.id}
          under="instruments"
          columns={[
            { key: 'number', width: WIDTHS.number, align: 'figure', content: index + 1 },
            { key: 'name', width: WIDTHS.name, content: bothIn(language, line.title) },
            { key: 'version', width: WIDTHS.version, content: <span className="paper-hint">{line.version}</span> },
            { key: 'licence', width: WIDTHS.licence, content: licence(line) },
            {
              key: 'competent',
              width: WIDTHS.competent,
              content:
                line.competent.length === 0
                  ? t('test-papers.list.nobody')
                  : line.competent.map((person) => <div key={person.name}>{t('test-papers.list.person', person)}</div>),
            },
            { key: 'uses', width: WIDTHS.uses, align: 'figure', content: line.uses },
          ]}
        />
      ))}
      {instruments.length === 0 && <ProseBlock text={t('test-papers.list.none')} />}
      <ProseBlock text={t('test-papers.list.keeping')} />
      <SignatureRow signatures={[{ who: t('test-papers.list.keeper') }, { who: t('test-papers.list.leader') }]} />
    </PagedForm>
  )
}
