import './consents.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Button, Input } from 'antd'
import { ageOn } from '#contract/calendar'
import { CONSENT_KINDS, CONSENT_MODES, SIGNERS } from '#contract/code-tables'
import type { ConsentFields } from '#contract/consents'
import { client } from '#lib/client'
import { leaveDialogs } from '#lib/dialogs'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { GivenConsents } from './GivenConsents.tsx'

/** Under this age a guardian's consent is needed as well (个人信息保护法 art. 31). */
const GUARDIAN_UNDER = 14

/** 告知与同意: what was read aloud or signed, by whom and when. */
export function ConsentDialog({ request, onClose }: DialogProps<DialogOf<'consent'>>) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const codes = useCodes()
  const { studentId } = request
  const { preferences, today } = useWorkplace()
  const { who, header } = useWho(studentId)
  const [id, setId] = useState(() => crypto.randomUUID())
  const [empty] = useState((): ConsentFields => ({
    kind: request.about ?? (header?.noticeOn ? 'counseling' : 'notice'),
    textVersion: preferences.noticeVersion,
    givenOn: today,
    signer: request.about === 'testing' ? 'guardian' : 'student',
    signerName: '',
    mode: 'paper',
    scope: '',
  }))
  const draft = useDraft('consent', studentId, empty)
  const form = draft.value
  const { write, isPending, error } = useWrite(client.consents.record, {
    invalidates: ['consents', 'students'],
    onSuccess: () => {
      setId(crypto.randomUUID())
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const print = () => {
    leaveDialogs()
    void navigate(paths.print('notice', studentId))
  }
  const student = header?.student
  const usualName = (signer: ConsentFields['signer']): string =>
    signer === 'student'
      ? (student?.name ?? '')
      : (student?.guardians.find(({ relation }) => relation.includes(t(`consents.relations.${signer}`)))?.name ?? '')
  const signerName = form.signerName || usualName(form.signer)
  const isYoung = Boolean(student?.birthDate && ageOn(student.birthDate, today) < GUARDIAN_UNDER)
  const lacksGuardian = isYoung && form.signer === 'student' && form.kind !== 'notice'

  return (
    <SheetDialog
      title={t('consents.title')}
      who={who}
      width={820}
      verb={t('consents.record')}
      isBusy={isPending}
      isDisabled={signerName.trim() === ''}
      foot={signerName.trim() === '' ? t('consents.lacksSigner') : undefined}
      extra={<Button onClick={print}>{t('consents.print')}</Button>}
      onSubmit={() => write({ id, studentId, fields: { ...form, signerName } })}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <div className="consent">
        <div>
          <GivenConsents studentId={studentId} today={today} />
          <FormRow label={t('consents.kind')}>
            <Chips
              label={t('consents.kind')}
              value={form.kind}
              options={codes('consentKinds', CONSENT_KINDS)}
              onChange={(kind) => draft.change({ kind })}
            />
          </FormRow>
          <FormRow label={t('consents.signer')} hint={lacksGuardian && t('consents.young', { age: GUARDIAN_UNDER })}>
            <Chips
              label={t('consents.signer')}
              value={form.signer}
              options={codes('signers', SIGNERS)}
              onChange={(signer) => draft.change({ signer, signerName: '' })}
            />
            <Input
              aria-label={t('consents.signerName')}
              placeholder={t('consents.signerName')}
              maxLength={60}
              value={signerName}
              onChange={(event) => draft.change({ signerName: event.target.value })}
            />
          </FormRow>
          <FormRow label={t('consents.mode')}>
            <Chips
              label={t('consents.mode')}
              value={form.mode}
              options={codes('consentModes', CONSENT_MODES)}
              onChange={(mode) => draft.change({ mode })}
            />
          </FormRow>
          <FormRow label={t('consents.on')}>
            <div className="form-row-line">
              <DateField
                label={t('consents.on')}
                value={form.givenOn}
                onChange={(givenOn) => givenOn && draft.change({ givenOn })}
              />
              <span className="field-hint">{t('consents.version', { version: form.textVersion })}</span>
            </div>
          </FormRow>
          {form.kind !== 'notice' && (
            <FormRow label={t('consents.scope')}>
              <Input
                aria-label={t('consents.scope')}
                placeholder={t('consents.scopeHint')}
                maxLength={200}
                value={form.scope}
                onChange={(event) => draft.change({ scope: event.target.value })}
              />
            </FormRow>
          )}
          {error && <ErrorState error={error} what={t('consents.failed')} isTextSafe />}
        </div>
        <section className="consent-text" aria-label={t('consents.text')}>
          <h3>{t('consents.text')}</h3>
          {preferences.noticeText}
        </section>
      </div>
    </SheetDialog>
  )
}
