import './cases.css'
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeclarationFields } from '#contract/case-course'
import { CASE_RELATIONS, RELATION_DECISIONS } from '#contract/case-tables'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { caseQueries } from '#lib/case-queries'

type Form = Omit<DeclarationFields, 'relation' | 'decision'> & {
  relation: DeclarationFields['relation'] | null
  decision: DeclarationFields['decision'] | null
}
const EMPTY: Form = { relation: null, detail: '', decision: null, reason: '', agreedBy: '' }

/** 关系声明 (S24): somebody one knows from elsewhere is handed over, or it is written down why not and who agreed. */
export function DeclareDialog({ request, onClose }: DialogProps<DialogOf<'declaration'>>) {
  const { t } = useTranslation()
  const codes = useCodes()
  const ids = useId()
  const { studentId, caseId } = request
  const { accounts } = useWorkplace()
  const { who } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const { data: progress } = useQuery(caseQueries.progress(caseId))
  const draft = useDraft('declaration', caseId, EMPTY)
  const { relation, detail, decision, reason, agreedBy } = draft.value
  const isKnown = relation !== null && relation !== 'none'
  const goesOn = isKnown && decision === 'continue'
  const colleagues = accounts.filter(({ roles }) => roles.includes('counselor')).length > 1
  const { write, isPending, error } = useWrite(client.cases.declare, {
    invalidates: ['cases'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
      if (isKnown && decision === 'reassign' && colleagues) openDialog({ kind: 'transfer', studentId, caseId })
    },
  })
  const missing =
    relation === null
      ? t('case-standing.lacksRelation')
      : isKnown && decision === null
        ? t('case-standing.lacksDecision')
        : goesOn && reason.trim() === ''
          ? t('case-standing.lacksWhy')
          : goesOn && agreedBy.trim() === ''
            ? t('case-standing.lacksAgreed')
            : undefined
  const send = () => {
    if (relation === null || missing) return
    const said = isKnown
      ? { detail: detail.trim(), decision: decision ?? 'reassign', reason: reason.trim(), agreedBy: agreedBy.trim() }
      : { detail: '', decision: 'continue' as const, reason: '', agreedBy: '' }
    write({ id, studentId, caseId, fields: { relation, ...said } })
  }
  return (
    <SheetDialog
      title={t('case-standing.declareTitle')}
      who={who}
      width={680}
      verb={t('case-standing.declareVerb')}
      isBusy={isPending}
      isDisabled={missing !== undefined}
      foot={missing}
      onSubmit={send}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <p className="field-hint">{t('case-standing.declareHint')}</p>
      {progress?.declaration && (
        <p className="field-hint">
          {t('case-standing.declaredBefore', {
            relation: t(`codes.caseRelations.${progress.declaration.relation}`),
            by: progress.declaration.by,
          })}
        </p>
      )}
      <FormRow label={t('case-standing.relation')}>
        <Chips
          label={t('case-standing.relation')}
          value={relation}
          options={codes('caseRelations', CASE_RELATIONS)}
          onChange={(chosen) => draft.change({ relation: chosen })}
        />
        {isKnown && (
          <Input
            aria-label={t('case-standing.relationDetail')}
            placeholder={t('case-standing.relationDetail')}
            maxLength={200}
            value={detail}
            onChange={(event) => draft.change({ detail: event.target.value })}
          />
        )}
      </FormRow>
      {isKnown && (
        <FormRow label={t('case-standing.decision')}>
          <Chips
            label={t('case-standing.decision')}
            value={decision}
            options={codes('relationDecisions', RELATION_DECISIONS)}
            onChange={(chosen) => draft.change({ decision: chosen })}
          />
        </FormRow>
      )}
      {goesOn && (
        <>
          <FormRow label={t('case-standing.why')} htmlFor={`${ids}-why`}>
            <Input.TextArea
              id={`${ids}-why`}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={1000}
              placeholder={t('case-standing.whyHint')}
              value={reason}
              onChange={(event) => draft.change({ reason: event.target.value })}
            />
          </FormRow>
          <FormRow label={t('case-standing.agreedBy')} htmlFor={`${ids}-by`}>
            <Input
              id={`${ids}-by`}
              maxLength={100}
              placeholder={t('case-standing.agreedByHint')}
              value={agreedBy}
              onChange={(event) => draft.change({ agreedBy: event.target.value })}
            />
          </FormRow>
        </>
      )}
      {error && <ErrorState error={error} what={t('case-standing.declareFailed')} isTextSafe />}
    </SheetDialog>
  )
}
