import './problem-picker.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areaOf, PROBLEM_AREAS } from '#contract/code-tables'
import type { Problem, ProblemArea } from '#contract/code-tables'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'

type Chosen = { primaryProblem: Problem | null; otherProblems: Problem[] }
type Props = Chosen & { onChange: (chosen: Chosen) => void }

/** Area, then problem. The first one chosen is the main one; a further one can take its place. */
export function ProblemPicker({ primaryProblem, otherProblems, onChange }: Props) {
  const { t } = useTranslation()
  const { hiddenProblems } = useWorkplace()
  const [area, setArea] = useState<ProblemArea | null>(primaryProblem ? areaOf(primaryProblem) : null)
  const areas = (Object.keys(PROBLEM_AREAS) as ProblemArea[]).filter((one) => shown(one, hiddenProblems).length > 0)
  const chosen = primaryProblem ? [primaryProblem, ...otherProblems] : otherProblems

  const put = (list: Problem[]) => onChange({ primaryProblem: list[0] ?? null, otherProblems: list.slice(1, 11) })
  const toggle = (problem: Problem) =>
    put(chosen.includes(problem) ? chosen.filter((one) => one !== problem) : [...chosen, problem])
  const openArea = (wanted: ProblemArea) => {
    setArea(wanted)
    const only = shown(wanted, hiddenProblems)
    if (only.length === 1 && only[0] && !chosen.includes(only[0])) toggle(only[0])
  }

  return (
    <div className="problems">
      <Chips
        label={t('visits.area')}
        value={area}
        options={areas.map((one) => ({ value: one, label: t(`codes.areas.${one}`) }))}
        onChange={openArea}
      />
      {area && (
        <div className="problems-of-area">
          <Chips
            label={t(`codes.areas.${area}`)}
            isMultiple
            value={chosen}
            options={shown(area, hiddenProblems).map((one) => ({ value: one, label: t(`codes.problems.${one}`) }))}
            onChange={put}
          />
        </div>
      )}
      {chosen.length > 0 && (
        <div className="problems-chosen">
          {chosen.map((problem, index) => (
            <span key={problem} className="problem-chosen">
              {index === 0 ? <b>{t('visits.main')}</b> : null}
              {t(`codes.problems.${problem}`)}
              {index > 0 && (
                <button
                  type="button"
                  className="problem-act"
                  onClick={() => put([problem, ...chosen.filter((one) => one !== problem)])}
                >
                  {t('visits.makeMain')}
                </button>
              )}
              <button
                type="button"
                className="problem-act"
                aria-label={t('visits.removeProblem', { problem: t(`codes.problems.${problem}`) })}
                onClick={() => toggle(problem)}
              >
                ×
              </button>
            </span>
          ))}
        </div>
      )}
    </div>
  )
}

const shown = (area: ProblemArea, hidden: readonly Problem[]): Problem[] =>
  (PROBLEM_AREAS[area] as readonly Problem[]).filter((problem) => !hidden.includes(problem))
