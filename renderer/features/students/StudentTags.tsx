import { useTranslation } from 'react-i18next'
import type { ConsentKind } from '#contract/code-tables'
import type { StudentHeader } from '#contract/students'
import { formatDate } from '#lib/format'
import { asksForNotice } from '#lib/notice-asked'
import { riskLabel, riskTone, useWorkplace } from '#lib/workplace'
import { Tag } from '#ui/Tag'
import { DeclineTag } from './DeclineTag.tsx'

/** Risk with its reason, consent, and whether the student has left: what must be seen before anything is done. */
export function StudentTags({ header }: { header: StudentHeader }) {
  const { t } = useTranslation()
  const { riskLevels, today } = useWorkplace()
  const { student, risk } = header
  const tone = riskTone(risk?.rank ?? null, riskLevels)
  const signers = [...new Set(header.consents.filter((one) => one.kind !== 'recording').map((one) => one.signer))]
  const namesOf = (kinds: readonly ConsentKind[]): string =>
    kinds.map((kind) => t(`codes.consentKinds.${kind}`)).join(t('students.listComma'))
  return (
    <>
      {risk && tone !== 'plain' && (
        <Tag tone={tone} title={risk.reason}>
          {riskLabel(risk.rank, riskLevels)}{' '}
          {t('students.since', { date: formatDate(risk.setAt, today), reason: risk.reason })}
        </Tag>
      )}
      {header.noticeOn || signers.length > 0 ? (
        <Tag tone="green">
          {t('students.consent')} {signers.map((signer) => t(`codes.signers.${signer}`)).join(' · ')}
        </Tag>
      ) : (
        asksForNotice(header) && <Tag tone="amber">{t('students.noticeMissing')}</Tag>
      )}
      {header.consentConflicts.length > 0 && (
        <Tag tone="red">{t('students.guardiansDisagree', { what: namesOf(header.consentConflicts) })}</Tag>
      )}
      {header.consentsOver.length > 0 && (
        <Tag tone="amber">{t('students.consentsOver', { what: namesOf(header.consentsOver) })}</Tag>
      )}
      {header.hardSince && (
        <Tag title={t('aid.since', { date: formatDate(header.hardSince, today) })}>{t('aid.mark')}</Tag>
      )}
      {header.decline && <DeclineTag studentId={student.id} decline={header.decline} />}
      {student.leftOn && <Tag>{t('students.left', { date: formatDate(student.leftOn, today) })}</Tag>}
    </>
  )
}
