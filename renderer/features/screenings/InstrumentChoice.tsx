import { useTranslation } from 'react-i18next'
import type { InstrumentSummary } from '#contract/instruments'
import { bothIn } from '#lib/both'
import { openDialog } from '#lib/dialogs'
import { currentLanguage } from '#lib/words'
import { Chips } from '#ui/Chips'

type Props = { instruments: readonly InstrumentSummary[]; value: string; onChange: (instrumentId: string) => void }

/** Tests I am recorded competent for; the others with the way to record it. Interviews are no rounds. */
export function InstrumentChoice({ instruments, value, onChange }: Props) {
  const { t } = useTranslation()
  const fit = instruments.filter(({ kind, retired, withheld }) => kind !== 'interview' && !retired && !withheld)
  const mine = fit.filter(({ competence }) => competence !== null)
  const others = fit.filter(({ competence }) => competence === null)
  const chosen = mine.find(({ id }) => id === value)
  return (
    <>
      {mine.length > 0 && (
        <Chips
          label={t('screenings.dialog.instrument')}
          value={value}
          options={mine.map(({ id, short, title }) => ({
            value: id,
            label: short,
            hint: bothIn(currentLanguage(), title),
          }))}
          onChange={onChange}
        />
      )}
      {chosen && <div className="field-hint">{bothIn(currentLanguage(), chosen.title)}</div>}
      {others.length > 0 && (
        <div className="round-others">
          <span>{t(mine.length === 0 ? 'screenings.dialog.noneMine' : 'screenings.dialog.othersNot')}</span>
          {others.map(({ id, short, title }) => (
            <button
              key={id}
              type="button"
              className="chip round-other"
              title={bothIn(currentLanguage(), title)}
              aria-label={t('screenings.dialog.record', { short })}
              onClick={() => openDialog({ kind: 'competence', instrumentId: id })}
            >
              {short}
            </button>
          ))}
        </div>
      )}
    </>
  )
}
