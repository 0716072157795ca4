import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Case } from '#contract/cases'
import { emptyIntake, INTAKE_PARTS, intakeLacks } from '#contract/intake-parts'
import type { Intake, IntakeBody } from '#contract/intakes'
import type { StudentHeader } from '#contract/students'
import { client } from '#lib/client'
import { paths } from '#lib/paths'
import { useSheetText } from '#lib/use-sheet-text'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { CaseSheetStrip } from '#ui/CaseSheetStrip'
import { ErrorState } from '#ui/ErrorState'
import { Kbd } from '#ui/Kbd'
import { SavedAt } from '#ui/SavedAt'
import { SheetPart } from '#ui/SheetPart'
import { bothIntakes, keptOf, withKnown, withoutKnown } from '#lib/intake-text'
import { IntakeFacts } from './IntakeFacts.tsx'
import { IntakeSide } from './IntakeSide.tsx'
import { intakeQueries } from './queries.ts'
import { SafetyPart } from './SafetyPart.tsx'
import { useKnownTexts } from './use-known-texts.ts'

type Props = { one: Case; header: StudentHeader; intake: Intake | null }

/** The intake while it is written. */
export function IntakeDesk({ one, header, intake }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { today } = useWorkplace()
  const { id: caseId, studentId } = one
  const about = { caseId, studentId }
  const { body, change, savedAt, isSaving, failure, wasMerged, flush, version } = useSheetText<IntakeBody>({
    start: intake ? keptOf(intake) : { body: emptyIntake(today), version: 0, savedAt: null },
    save: async (text, upon) =>
      keptOf(await client.intakes.save({ ...about, version: upon, body: text, requestId: crypto.randomUUID() })),
    load: async () => {
      const found = await client.intakes.get({ caseId })
      return found && found.finishedAt === null ? keptOf(found) : null
    },
    merge: bothIntakes,
  })
  const { data: known } = useQuery(intakeQueries.known(caseId))
  const texts = useKnownTexts(known)
  const [brought, setBrought] = useState<{ before: IntakeBody; after: IntakeBody } | null>(null)
  const finishing = useWrite(client.intakes.finish, {
    invalidates: ['intakes', 'plans', 'cases', 'students'],
    onSuccess: (finished) => queries.setQueryData(intakeQueries.ofCase(caseId).queryKey, finished),
  })
  const lacks = intakeLacks(body)
  const [firstEmpty] = useState(() => INTAKE_PARTS.find((part) => body[part] === ''))

  const finish = useEffectEvent(() => {
    if (lacks.length > 0) return
    void flush()
      .then(() => finishing.write({ ...about, version: version.current }))
      .catch(() => undefined)
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || document.querySelector('.ant-modal')) return
      event.preventDefault()
      finish()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  const bringIn = () => {
    const after = withKnown(body, texts)
    setBrought({ before: body, after })
    change(after)
  }
  const takeOut = () => {
    if (brought) change(withoutKnown(body, brought))
    setBrought(null)
  }
  const preview = () =>
    void flush()
      .catch(() => undefined)
      .then(() => navigate(paths.print('intake', caseId)))

  return (
    <>
      <CaseSheetStrip header={header} what={t('intakes.title')} caseNo={one.no}>
        <SavedAt savedAt={savedAt} isSaving={isSaving && !savedAt} hasFailed={failure !== null} />
        <Button disabled={texts === null} onClick={bringIn}>
          {t('intakes.bringIn')}
        </Button>
        <Button disabled={savedAt === null} onClick={preview}>
          {t('intakes.preview')}
        </Button>
        <Button
          type="primary"
          disabled={lacks.length > 0}
          loading={finishing.isPending}
          aria-keyshortcuts="Control+Enter"
          onClick={() => finish()}
        >
          {t('intakes.finish')}
          <Kbd keys="Ctrl ⏎" />
        </Button>
      </CaseSheetStrip>
      {brought && (
        <div className="sheet-notice" role="status">
          {t('intakes.broughtIn')}
          <Button size="small" onClick={takeOut}>
            {t('intakes.takeOut')}
          </Button>
          <Button size="small" type="text" onClick={() => setBrought(null)}>
            {t('intakes.fine')}
          </Button>
        </div>
      )}
      {wasMerged && (
        <div className="sheet-notice" role="status">
          {t('intakes.merged')}
        </div>
      )}
      {failure && (
        <div className="sheet-notice sheet-notice-red" role="alert">
          {t(failure.code === 'conflict' ? 'intakes.stopped' : 'intakes.notSaved')}
        </div>
      )}
      {finishing.error && <ErrorState error={finishing.error} what={t('intakes.finishFailed')} isTextSafe />}
      <div className="sheet-page">
        <section className="sheet-paper" aria-label={t('intakes.title')}>
          <IntakeFacts body={body} onChange={change} />
          {INTAKE_PARTS.filter((part) => part !== 'conclusion').map((part) => (
            <SheetPart
              key={part}
              label={t(`intakes.parts.${part}`)}
              hint={t(`intakes.hints.${part}`)}
              text={body[part]}
              hasFocus={part === firstEmpty}
              onChange={(text) => change({ [part]: text })}
            />
          ))}
          <SafetyPart studentId={studentId} value={body.riskScreen} onChange={(riskScreen) => change({ riskScreen })} />
          <SheetPart
            label={t('intakes.parts.conclusion')}
            hint={t('intakes.hints.conclusion')}
            text={body.conclusion}
            onChange={(conclusion) => change({ conclusion })}
          />
        </section>
        <IntakeSide known={known} intake={intake} lacks={lacks} />
      </div>
    </>
  )
}
