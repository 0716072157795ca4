import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bothIn } from '#lib/both'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWrite } from '#lib/use-write'
import { currentLanguage } from '#lib/words'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { Competences } from './Competences.tsx'
import { instrumentQueries } from './queries.ts'

const EXAMPLES = ['training', 'certificate', 'supervised', 'degree'] as const

/** What somebody is competent by (S28): a counselor starts only what he is recorded competent for. */
export function CompetenceDialog({ request, onClose }: DialogProps<DialogOf<'competence'>>) {
  const { t } = useTranslation()
  const basisId = useId()
  const { instrumentId } = request
  const { accounts, me, today } = useWorkplace()
  const counselors = accounts.filter(({ roles }) => roles.includes('counselor'))
  const { data: list = [] } = useQuery(instrumentQueries.list())
  const { data: known = [] } = useQuery(instrumentQueries.competences(instrumentId))
  const [userId, setUserId] = useState((counselors.find(({ id }) => id === me.id) ?? counselors[0])?.id ?? me.id)
  const [basis, setBasis] = useState('')
  const [recordedOn, setRecordedOn] = useState(today)
  const { write, isPending, error } = useWrite(client.instruments.recordCompetence, {
    invalidates: ['instruments', 'assessments'],
    onSuccess: onClose,
  })
  const instrument = list.find(({ id }) => id === instrumentId)
  const isRecorded = known.some((one) => one.userId === userId && one.withdrawnAt === null)
  const missing = isRecorded
    ? t('instruments.competence.there')
    : basis.trim() === ''
      ? t('instruments.competence.lacksBasis')
      : undefined

  return (
    <SheetDialog
      title={t('instruments.competence.title')}
      who={instrument ? { name: instrument.short, facts: bothIn(currentLanguage(), instrument.title) } : null}
      width={640}
      verb={t('instruments.competence.record')}
      isBusy={isPending}
      isDisabled={missing !== undefined}
      foot={missing}
      onSubmit={() => write({ instrumentId, userId, basis: basis.trim(), recordedOn })}
      onClose={onClose}
    >
      <p className="field-hint">{t('instruments.competence.why')}</p>
      <Competences instrumentId={instrumentId} />
      {counselors.length > 1 && (
        <FormRow label={t('instruments.competence.whose')}>
          <Chips
            label={t('instruments.competence.whose')}
            value={userId}
            options={counselors.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setUserId}
          />
        </FormRow>
      )}
      {counselors.length <= 1 && (
        <FormRow label={t('instruments.competence.whose')}>
          <div className="form-row-line">{counselors[0]?.name ?? me.name}</div>
        </FormRow>
      )}
      <FormRow label={t('instruments.competence.basis')} htmlFor={basisId}>
        <Input
          id={basisId}
          autoFocus
          maxLength={200}
          placeholder={t('instruments.competence.basisHint')}
          value={basis}
          onChange={(event) => setBasis(event.target.value)}
        />
        <Chips
          label={t('instruments.competence.examples')}
          value={null}
          options={EXAMPLES.map((key) => {
            const label = t(`instruments.competence.example.${key}`)
            return { value: label, label }
          })}
          onChange={setBasis}
        />
      </FormRow>
      <FormRow label={t('instruments.competence.on')}>
        <DateField
          label={t('instruments.competence.on')}
          value={recordedOn}
          onChange={(day) => day && setRecordedOn(day)}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('instruments.competence.failed')} isTextSafe />}
    </SheetDialog>
  )
}
