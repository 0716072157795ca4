import { useTranslation } from 'react-i18next'
import { PROBLEM_AREAS, PROBLEMS } from '#contract/code-tables'
import type { Problem, ProblemArea } from '#contract/code-tables'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'

/** Which problems can be chosen at registration. At least one stays; records keep what they name. */
export function ProblemsPanel() {
  const { t } = useTranslation()
  const { hiddenProblems } = useWorkplace()
  const { value, change, saved, isFine } = useSetting(
    hiddenProblems,
    (hidden, requestId) => client.settings.saveHiddenProblems({ hiddenProblems: hidden, requestId }),
    (hidden) => hidden.length < PROBLEMS.length,
  )
  const offered = (area: ProblemArea): readonly Problem[] => PROBLEM_AREAS[area]
  return (
    <SettingPanel
      title={t('settings.problems.title')}
      hint={t('settings.problems.hint')}
      saved={saved}
      missing={!isFine && t('settings.problems.keepOne')}
    >
      {(Object.keys(PROBLEM_AREAS) as ProblemArea[]).map((area) => (
        <FormRow key={area} label={t(`codes.areas.${area}`)}>
          <Chips
            label={t(`codes.areas.${area}`)}
            isMultiple
            options={offered(area).map((problem) => ({ value: problem, label: t(`codes.problems.${problem}`) }))}
            value={offered(area).filter((problem) => !value.includes(problem))}
            onChange={(shown) =>
              change([
                ...value.filter((problem) => !offered(area).includes(problem)),
                ...offered(area).filter((problem) => !shown.includes(problem)),
              ])
            }
          />
        </FormRow>
      ))}
    </SettingPanel>
  )
}
