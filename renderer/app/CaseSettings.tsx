import { AidRulesSection } from '#features/aid/AidRulesSection'
import { AcceptanceRulesPanel } from '#features/acceptances/AcceptanceRulesPanel'
import { CaseRulesSection } from '#features/cases/CaseRulesSection'
import { ConferenceRulesPanel } from '#features/conferences/ConferenceRulesPanel'
import { PlanRulesPanel } from '#features/plans/PlanRulesPanel'
import { StageRulesPanel } from '#features/stages/StageRulesPanel'

/** The school's rules of taking somebody on, of working with a case and of its plan. */
export const CaseSettings = () => (
  <>
    <AcceptanceRulesPanel />
    <CaseRulesSection />
    <PlanRulesPanel />
    <AidRulesSection />
    <StageRulesPanel />
    <ConferenceRulesPanel />
  </>
)
