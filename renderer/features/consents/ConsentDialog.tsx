import './consents.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Button, Dropdown } from 'antd'
import { ageOn } from '#contract/calendar'
import type { Consent } from '#contract/consents'
import { client } from '#lib/client'
import { leaveDialogs } from '#lib/dialogs'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { useWho } from '#lib/student-header'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'
import { ConsentRows } from './ConsentRows.tsx'
import { type ConsentForm, paperOf, startOf, TO_PRINT } from './consent-form.ts'
import { GivenConsents } from './GivenConsents.tsx'
import { consentQueries } from './queries.ts'
import { SignaturePad } from './SignaturePad.tsx'

/** 告知与同意: what was read aloud or signed, by whom, to what, and until when. */
export function ConsentDialog({ request, onClose }: DialogProps<DialogOf<'consent'>>) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { studentId } = request
  const { preferences, today } = useWorkplace()
  const { who, header } = useWho(studentId)
  const { data: known } = useQuery(consentQueries.rules)
  const [id, setId] = useState(() => crypto.randomUUID())
  const [signature, setSignature] = useState<string | null>(null)
  const [empty] = useState(() => startOf(request.about ?? (header?.noticeOn ? 'counseling' : 'notice'), today))
  const draft = useDraft<ConsentForm>('consent', studentId, empty)
  const form = draft.value
  const student = header?.student
  const usualName = (signer: Consent['signer']): string =>
    signer === 'student'
      ? (student?.name ?? '')
      : (student?.guardians.find(({ relation }) => relation.includes(t(`consents.relations.${signer}`)))?.name ?? '')
  const signerName = form.signerName || usualName(form.signer)
  const paper = paperOf(form.kind, known?.texts, preferences)

  const record = useWrite(client.consents.record, { invalidates: ['consents', 'students', 'cases', 'visits'] })
  const sign = useWrite(client.attachments.add, { invalidates: ['attachments'] })
  const submit = async () => {
    const { version: textVersion } = paper
    const { validUntil, ...rest } = form
    const fields = { ...rest, signerName, textVersion, ...(validUntil === null ? {} : { validUntil }) }
    await record.writeAsync({ id, studentId, fields })
    if (signature && form.mode === 'screen')
      await sign.writeAsync({
        id: crypto.randomUUID(),
        studentId,
        about: 'consent',
        aboutId: id,
        fields: { name: t('consents.signatureOf', { name: signerName }), kind: 'signature', note: '' },
        content: signature,
      })
    setId(crypto.randomUUID())
    void draft.discard().catch(() => undefined)
    onClose()
  }
  const young = known?.rules.guardianUnder ?? 0
  const isYoung = Boolean(student?.birthDate && ageOn(student.birthDate, today) < young)
  const lacksSigner = signerName.trim() === ''
  const failure = record.error ?? sign.error

  return (
    <SheetDialog
      title={t('consents.title')}
      who={who}
      width={880}
      verb={t('consents.record')}
      isBusy={record.isPending || sign.isPending}
      isDisabled={lacksSigner}
      foot={lacksSigner ? t('consents.lacksSigner') : undefined}
      extra={
        <Dropdown
          trigger={['click']}
          menu={{
            items: TO_PRINT.map((paperForm) => ({
              key: paperForm,
              label: t(`codes.printForms.${paperForm}`),
              onClick: () => {
                leaveDialogs()
                void navigate(paths.print(paperForm, studentId))
              },
            })),
          }}
        >
          <Button>{t('consents.print')}</Button>
        </Dropdown>
      }
      onSubmit={() => void submit().catch(() => undefined)}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <div className="consent">
        <div>
          <GivenConsents studentId={studentId} today={today} />
          <ConsentRows
            form={form}
            signerName={signerName}
            young={isYoung ? young : null}
            version={paper.version}
            validFor={known?.rules.validFor ?? 'school-year'}
            onChange={draft.change}
          />
          {form.mode === 'screen' && (
            <SignaturePad
              key={form.signer}
              label={t('consents.signatureOf', { name: signerName })}
              onChange={setSignature}
            />
          )}
          {failure && <ErrorState error={failure} what={t('consents.failed')} isTextSafe />}
        </div>
        <section className="consent-text" aria-label={t('consents.text')}>
          <h3>{t('consents.text')}</h3>
          {paper.text}
        </section>
      </div>
    </SheetDialog>
  )
}
