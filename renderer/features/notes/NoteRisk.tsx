import { useTranslation } from 'react-i18next'
import { openDialog } from '#lib/dialogs'
import { SheetPart } from '#ui/SheetPart'

type Props = { studentId: string; assessment: string; onAssess: (text: string) => void }

/** Says in the assessment that nothing new was seen, or goes on to the level. No level is ever worked out. */
export function NoteRisk({ studentId, assessment, onAssess }: Props) {
  const { t } = useTranslation()
  const sentence = t('notes.noNewRisk')
  const isSaid = assessment.includes(sentence)
  const toggle = () =>
    onAssess(
      isSaid
        ? assessment.replace(sentence, '').trim()
        : [assessment.trimEnd(), sentence].filter(Boolean).join(assessment.trim() ? '\n' : ''),
    )
  return (
    <SheetPart label={t('notes.risk')}>
      <div className="sheet-part-line">
        <button type="button" className={isSaid ? 'chip chip-on' : 'chip'} aria-pressed={isSaid} onClick={toggle}>
          {t('notes.noNewRiskChip')}
        </button>
        <button type="button" className="chip" onClick={() => openDialog({ kind: 'risk', studentId })}>
          {t('notes.changeLevel')}
        </button>
      </div>
    </SheetPart>
  )
}
