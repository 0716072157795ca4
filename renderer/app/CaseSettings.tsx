import { AidRulesSection } from '#features/aid/AidRulesSection'
import { CaseRulesSection } from '#features/cases/CaseRulesSection'
import { PlanRulesPanel } from '#features/plans/PlanRulesPanel'

/** The school's rules of working with a case and of its plan. */
export const CaseSettings = () => (
  <>
    <CaseRulesSection />
    <PlanRulesPanel />
    <AidRulesSection />
  </>
)
