import { CONSENT_KINDS } from '#contract/code-tables'
import type { Consent } from '#contract/consents'
import type { PrintModel } from '#contract/prints'
import { BandRow } from './BandRow.tsx'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

const WIDTHS = { kind: '38mm', signer: '38mm', on: '36mm', scope: '*' } as const
/** Consents that are asked for one by one; the notice itself is what is being signed. */
const ASKED = CONSENT_KINDS.filter((kind) => !['notice', 'agreement', 'confidentiality'].includes(kind))

/** The newest consent of a kind that still holds, else the newest that was withdrawn. */
const latest = (consents: readonly Consent[], kind: Consent['kind']): Consent | undefined => {
  const known = consents.filter((consent) => consent.kind === kind).sort((a, b) => b.givenOn.localeCompare(a.givenOn))
  return known.find((consent) => consent.withdrawnOn === null) ?? known[0]
}

/** 知情告知书 (F03): the school's own text, what is agreed to, and who signs. */
export function NoticeForm({ model }: { model: PrintModel }) {
  const { t, code, running } = usePaperWords(model)
  const notice = latest(model.consents, 'notice')
  const isStudent = notice?.signer === 'student'
  return (
    <PagedForm running={running(model.case?.no ?? '')}>
      <FormTitle school={model.school.name} title={t('forms.notice.title')} />
      <StudentRows model={model} />
      <div className="paper-gap" data-keep="" />
      {model.noticeText.split(/\n+/).map((paragraph, index) => (
        <ProseBlock key={index} text={paragraph.trim()} />
      ))}
      <ProseBlock text={t('forms.notice.version', { version: model.noticeVersion })} />
      <BandRow title={t('forms.notice.agreed')} />
      <EntryRow
        heads="consents"
        columns={[
          { key: 'kind', width: WIDTHS.kind, content: t('forms.notice.kind') },
          { key: 'signer', width: WIDTHS.signer, content: t('forms.notice.signer') },
          { key: 'on', width: WIDTHS.on, content: t('forms.notice.on') },
          { key: 'scope', width: WIDTHS.scope, content: t('forms.notice.scope') },
        ]}
      />
      {ASKED.map((kind) => {
        const given = latest(model.consents, kind)
        const isTicked = given !== undefined && given.withdrawnOn === null && given.answer === 'agrees'
        return (
          <EntryRow
            key={kind}
            under="consents"
            columns={[
              {
                key: 'kind',
                width: WIDTHS.kind,
                content: <TickBoxes ticks={[{ key: kind, label: code('consentKinds', kind), isTicked }]} />,
              },
              {
                key: 'signer',
                width: WIDTHS.signer,
                content:
                  given &&
                  t('forms.notice.signerName', { name: given.signerName, signer: code('signers', given.signer) }),
              },
              { key: 'on', width: WIDTHS.on, content: given && paperDate(given.givenOn) },
              {
                key: 'scope',
                width: WIDTHS.scope,
                content: given && (
                  <>
                    {[
                      given.answer === 'declines' && code('consentAnswers', given.answer),
                      code('consentModes', given.mode),
                      code('sharedWith', given.sharedWith),
                      given.scope,
                    ]
                      .filter(Boolean)
                      .join(t('forms.comma'))}
                    {given.withdrawnOn && (
                      <div>{t('forms.notice.withdrawn', { on: paperDate(given.withdrawnOn) })}</div>
                    )}
                  </>
                ),
              },
            ]}
          />
        )
      })}
      <ProseBlock leads text={t('forms.notice.statement')} />
      <SignatureRow
        signatures={[
          { who: t('forms.notice.studentSign'), ...(isStudent && notice ? signed(notice) : {}) },
          { who: t('forms.notice.guardianSign'), ...(notice && !isStudent ? signed(notice) : {}) },
          { who: t('forms.notice.counselorSign'), name: notice?.givenTo, when: notice && paperDate(notice.givenOn) },
        ]}
      />
    </PagedForm>
  )
}

/** Someone who signed on the screen is printed; a signature on paper is left to the pen. */
const signed = (notice: Consent) =>
  notice.mode === 'screen' ? { name: notice.signerName, when: paperDate(notice.givenOn) } : {}
