import { Button, Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AssessmentLine } from '#contract/assessments'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { MOST_FORMS } from '#lib/test-choices'
import type { GivenMode, Lack, Offer } from '#lib/test-choices'
import { useCodes } from '#lib/use-codes'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'
import { Explanation } from './Explanation.tsx'
import { Lacks } from './Lacks.tsx'
import { TextNote } from './TextNote.tsx'
import { useBoth } from './use-both.ts'

const PURPOSES = ['first', 'mood', 'progress', 'wish', 'concern', 'safety'] as const
export type BeginDraft = { instrumentId: string; mode: GivenMode | ''; purpose: string; also: string[] }
type Ticks = { isExplained: boolean; isAgreed: boolean; overFourteen: boolean }
type Props = {
  studentId: string
  offers: readonly Offer[]
  /** What will be given, the chosen one first. */
  given: readonly Offer[]
  mode: GivenMode
  modes: readonly GivenMode[]
  draft: BeginDraft
  ticks: Ticks
  lacks: readonly Lack[]
  /** A sheet of the chosen instrument that was begun and not finished. */
  paused: AssessmentLine | undefined
  onChange: (part: Partial<BeginDraft>) => void
  onExplained: (is: boolean) => void
  onAgreed: (is: boolean) => void
  onOverFourteen: (is: boolean) => void
  onClose: () => void
}

/** The chosen instrument: how, what for, what to tell the student. */
export function BeginForm(props: Props) {
  const { studentId, offers, given, mode, modes, draft, ticks, lacks, paused, onChange, onClose } = props
  const { t } = useTranslation()
  const navigate = useNavigate()
  const both = useBoth()
  const codes = useCodes()
  const { today } = useWorkplace()
  const leave = (path: string) => {
    onClose()
    void navigate(path)
  }
  const [chosen] = given
  if (!chosen) return null
  const others = offers.filter(({ id, kind }) => id !== chosen.id && kind === 'self-report')
  const purposes = PURPOSES.map((key) => ({ value: t(`sheets.purposes.${key}`), label: t(`sheets.purposes.${key}`) }))
  return (
    <div className="begin-form">
      <h3>{both(chosen.title)}</h3>
      <p className="begin-source">
        {chosen.license.attribution}
        <TextNote zhText={chosen.zhText} />
      </p>
      {chosen.tooYoung && (
        <p className="begin-warning">
          {t('sheets.tooYoung', { min: chosen.ageMin ?? 0 })} {chosen.ageNote}
        </p>
      )}
      {paused && (
        <p className="begin-paused">
          {t('sheets.paused', { day: formatDate(paused.begunAt, today), done: paused.answered })}
          <Button size="small" onClick={() => leave(paths.assessment(paused.id))}>
            {t('sheets.resume')}
          </Button>
        </p>
      )}
      <Lacks
        lacks={lacks}
        studentId={studentId}
        asksAge={given.some(({ blocks }) => blocks.includes('age-unknown'))}
        overFourteen={ticks.overFourteen}
        onOverFourteen={props.onOverFourteen}
        back={{ kind: 'assessment', studentId, instrumentId: chosen.id }}
        onClose={onClose}
      />
      {modes.length > 1 && (
        <FormRow label={t('sheets.mode')}>
          <Chips
            label={t('sheets.mode')}
            value={mode}
            options={codes('testModes', modes)}
            onChange={(next) => onChange({ mode: next })}
          />
        </FormRow>
      )}
      {mode === 'kiosk' && others.length > 0 && (
        <FormRow label={t('sheets.together')}>
          <Chips
            label={t('sheets.together')}
            isMultiple
            value={draft.also}
            options={others.map(({ id, short }) => ({ value: id, label: short }))}
            onChange={(also) => onChange({ also: also.slice(-(MOST_FORMS - 1)) })}
          />
        </FormRow>
      )}
      <FormRow label={t('sheets.purpose')}>
        <Chips
          label={t('sheets.purpose')}
          value={draft.purpose}
          options={purposes}
          onChange={(purpose) => onChange({ purpose })}
        />
        <Input
          aria-label={t('sheets.purposeText')}
          placeholder={t('sheets.purposeHint')}
          maxLength={200}
          value={draft.purpose}
          onChange={(event) => onChange({ purpose: event.target.value })}
        />
      </FormRow>
      <Explanation offers={given} purpose={draft.purpose} />
      <div className="begin-ticks">
        <Checkbox checked={ticks.isExplained} onChange={(event) => props.onExplained(event.target.checked)}>
          {t('sheets.explained')}
        </Checkbox>
        <Checkbox checked={ticks.isAgreed} onChange={(event) => props.onAgreed(event.target.checked)}>
          {t('sheets.agreed')}
        </Checkbox>
        <Button
          size="small"
          type="link"
          onClick={() => leave(paths.print('test-explanation', `${studentId}|${chosen.id}`))}
        >
          {t('sheets.printExplanation')}
        </Button>
      </div>
      {mode === 'interview' && <p className="field-hint">{t('sheets.urgentHint')}</p>}
    </div>
  )
}
