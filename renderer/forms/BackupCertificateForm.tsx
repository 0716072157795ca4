import type { PrintModel } from '#contract/prints'
import { BandRow } from './BandRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperInstant } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 备份与恢复演练证明: one sentence for the inspection, and what it rests on. */
export function BackupCertificateForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const { school, proof } = model
  if (!proof) return null
  const { rehearsal, check } = proof
  /** The place beside the vault has no name of its own. */
  const place = rehearsal.place || t('trust-papers.certificate.here')
  const verdict = (ok: boolean) => t(ok ? 'trust-papers.certificate.passed' : 'trust-papers.certificate.failed')
  const sentence = t(rehearsal.ok ? 'trust-papers.certificate.sentence' : 'trust-papers.certificate.notProven', {
    at: paperInstant(rehearsal.at),
    place,
    madeAt: paperInstant(rehearsal.madeAt),
    students: rehearsal.students,
    visits: rehearsal.visits,
    notes: rehearsal.notes,
  })
  return (
    <PagedForm running={running('')}>
      <FormTitle school={school.name} title={t('trust-papers.certificate.title')} />
      <ProseBlock text={sentence} leads />
      <BandRow title={t('trust-papers.certificate.rehearsal')} />
      <Row
        cells={[
          { label: t('trust-papers.certificate.at'), value: paperInstant(rehearsal.at) },
          { label: t('trust-papers.certificate.verdict'), value: verdict(rehearsal.ok) },
        ]}
      />
      <Row
        cells={[
          { label: t('trust-papers.certificate.place'), value: place },
          { label: t('trust-papers.certificate.madeAt'), value: paperInstant(rehearsal.madeAt) },
        ]}
      />
      <Row
        cells={[
          { label: t('trust-papers.certificate.students'), value: rehearsal.students },
          { label: t('trust-papers.certificate.visits'), value: rehearsal.visits },
          { label: t('trust-papers.certificate.notes'), value: rehearsal.notes },
        ]}
      />
      <Row
        cells={[
          { label: t('trust-papers.certificate.head'), value: <code>{rehearsal.auditHead.slice(0, 16)}</code> },
          { label: t('trust-papers.certificate.set'), value: rehearsal.setName },
        ]}
      />
      {check && (
        <>
          <BandRow title={t('trust-papers.certificate.check')} />
          <Row
            cells={[
              { label: t('trust-papers.certificate.at'), value: paperInstant(check.at) },
              { label: t('trust-papers.certificate.verdict'), value: verdict(check.ok) },
            ]}
          />
          <Row
            cells={[
              { label: t('trust-papers.certificate.pages'), value: check.pages },
              { label: t('trust-papers.certificate.rows'), value: check.rows },
            ]}
          />
        </>
      )}
      <SignatureRow
        signatures={[{ who: t('trust-papers.certificate.counselor') }, { who: t('trust-papers.certificate.leader') }]}
      />
      <ProseBlock text={t('trust-papers.certificate.means')} />
    </PagedForm>
  )
}
