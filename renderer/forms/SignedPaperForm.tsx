import type { ConsentKind } from '#contract/code-tables'
import type { Consent } from '#contract/consents'
import type { PrintForm, PrintModel } from '#contract/prints'
import { Copies } from './Copies.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

const KINDS: Partial<Record<PrintForm, ConsentKind>> = {
  confidentiality: 'confidentiality',
  'work-agreement': 'agreement',
  'recording-consent': 'recording',
}
/** Filled in by hand while both talk it over (F05). */
const AGREED = ['focus', 'goals', 'method'] as const
const MEDIA = ['sound', 'video'] as const
const USES = ['supervision', 'own', 'training'] as const

/** 保密协议 (F04), 咨询协议 (F05), 录音录像同意书 (F06): the school's own text, and who signs. Agreements are made in two copies. */
export function SignedPaperForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const kind = KINDS[model.form] ?? 'confidentiality'
  const count = kind === 'recording' ? 1 : 2
  const given = model.consents.find((one) => one.kind === kind && one.withdrawnOn === null && one.answer === 'agrees')
  const ticks = (keys: readonly string[]) => (
    <TickBoxes ticks={keys.map((key) => ({ key, label: t(`consent-papers.ticks.${key}`), isTicked: false }))} />
  )
  return (
    <Copies count={count}>
      {(copy) => (
        <PagedForm running={running(model.case?.no ?? '')}>
          <FormTitle
            school={model.school.name}
            title={t(`codes.printForms.${model.form}`)}
            about={count > 1 ? t(`consent-papers.copies.${copy === 0 ? 'room' : 'student'}`) : undefined}
          />
          <StudentRows model={model} />
          <div className="paper-gap" data-keep="" />
          {model.noticeText.split(/\n+/).map((paragraph, index) => (
            <ProseBlock key={index} text={paragraph.trim()} />
          ))}
          <ProseBlock text={t('consent-papers.version', { version: model.noticeVersion })} />
          {kind === 'agreement' &&
            AGREED.map((key) => <TextRow key={key} label={t(`consent-papers.agreed.${key}`)} text="" />)}
          {kind === 'recording' && (
            <>
              <Row cells={[{ label: t('consent-papers.media'), value: ticks(MEDIA) }]} />
              <Row cells={[{ label: t('consent-papers.uses'), value: ticks(USES) }]} />
              <TextRow label={t('consent-papers.until')} text={given?.scope ?? ''} />
            </>
          )}
          <ProseBlock leads text={t(`consent-papers.statement.${kind}`)} />
          <SignatureRow
            signatures={[
              { who: t('consent-papers.student'), ...printed(given, true) },
              { who: t('consent-papers.guardian'), ...printed(given, false) },
              { who: t('consent-papers.counselor') },
            ]}
          />
        </PagedForm>
      )}
    </Copies>
  )
}

/** Whoever has signed on the screen is printed; a signature on paper is left to the pen. */
const printed = (given: Consent | undefined, isStudent: boolean) =>
  given?.mode === 'screen' && (given.signer === 'student') === isStudent
    ? { name: given.signerName, when: paperDate(given.givenOn) }
    : {}
