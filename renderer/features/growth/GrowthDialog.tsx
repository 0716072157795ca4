import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GROWTH_KINDS, type GrowthKind } from '#contract/case-tables'
import type { GrowthEntry } from '#contract/growth'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { growthQuery } from './queries.ts'

type Form = { onDay: string; kind: GrowthKind | null; text: string; isShareable: boolean }
type Props = DialogProps<DialogOf<'growth'>>

/** A new entry of the growth record, or one that is put right. */
export function GrowthDialog(props: Props) {
  const { studentId, growthId } = props.request
  const { today } = useWorkplace()
  const { data } = useQuery({ ...growthQuery(studentId), enabled: growthId !== null })
  const entry = data?.entries.find(({ id }) => id === growthId) ?? null
  if (growthId !== null && !entry) return null
  const start = entry ?? { onDay: today, kind: null, text: '', isShareable: false }
  return <GrowthSheet entry={entry} start={start} {...props} />
}

function GrowthSheet({ request, entry, start, onClose }: Props & { entry: GrowthEntry | null; start: Form }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const codes = useCodes()
  const ids = useId()
  const { studentId } = request
  const { who } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const draft = useDraft('growth', entry?.id ?? studentId, {
    onDay: start.onDay,
    kind: start.kind,
    text: start.text,
    isShareable: start.isShareable,
  })
  const { onDay, kind, text, isShareable } = draft.value
  const then = {
    invalidates: ['growth', 'students'] as const,
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  }
  const add = useWrite(client.growth.add, then)
  const change = useWrite(client.growth.change, then)
  const remove = useWrite(client.growth.remove, {
    ...then,
    onSuccess: () => {
      void message.success(t('growth.removed'))
      then.onSuccess()
    },
  })
  const error = add.error ?? change.error ?? remove.error
  const missing = kind === null ? t('growth.lacksKind') : text.trim() === '' ? t('growth.lacksText') : undefined
  const send = () => {
    if (kind === null || missing) return
    const fields = { onDay, kind, text: text.trim(), isShareable }
    if (entry) change.write({ growthId: entry.id, studentId, fields })
    else add.write({ id, studentId, fields })
  }
  return (
    <SheetDialog
      title={t(entry ? 'growth.changeTitle' : 'growth.addTitle')}
      who={who}
      width={620}
      verb={t('growth.verb')}
      isBusy={add.isPending || change.isPending}
      isDisabled={missing !== undefined}
      foot={missing}
      {...(entry
        ? {
            extra: (
              <>
                <EarlierButton record="growth" recordId={entry.id} studentId={studentId} />
                <Button loading={remove.isPending} onClick={() => remove.write({ growthId: entry.id, studentId })}>
                  {t('growth.remove')}
                </Button>
              </>
            ),
          }
        : {})}
      onSubmit={send}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow label={t('growth.onDay')}>
        <DateField label={t('growth.onDay')} value={onDay} onChange={(day) => day && draft.change({ onDay: day })} />
      </FormRow>
      <FormRow label={t('growth.kind')}>
        <Chips
          label={t('growth.kind')}
          value={kind}
          options={codes('growthKinds', GROWTH_KINDS)}
          onChange={(chosen) => draft.change({ kind: chosen })}
        />
      </FormRow>
      <FormRow label={t('growth.text')} htmlFor={`${ids}-text`}>
        <Input.TextArea
          id={`${ids}-text`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          placeholder={t('growth.textHint')}
          value={text}
          onChange={(event) => draft.change({ text: event.target.value })}
        />
        <Checkbox checked={isShareable} onChange={({ target }) => draft.change({ isShareable: target.checked })}>
          {t('growth.shareableTick')}
        </Checkbox>
        <div className="field-hint">{t('growth.shareableHint')}</div>
      </FormRow>
      {error && <ErrorState error={error} what={t('growth.failed')} isTextSafe />}
    </SheetDialog>
  )
}
