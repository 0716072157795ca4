import './case-room.css'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AidPanel } from '#features/aid/AidPanel'
import { ApartPanel } from '#features/appointments/ApartPanel'
import { ArchivePanel } from '#features/archives/ArchivePanel'
import { CaseStrip } from '#features/cases/CaseStrip'
import { ProgressPanel } from '#features/cases/ProgressPanel'
import { caseQueries } from '#lib/case-queries'
import { StandingPanel } from '#features/cases/StandingPanel'
import { ConferencesPanel } from '#features/conferences/ConferencesPanel'
import { ContactsPanel } from '#features/contacts/ContactsPanel'
import { GrowthPanel } from '#features/growth/GrowthPanel'
import { FollowupsPanel } from '#features/followups/FollowupsPanel'
import { IntakePanel } from '#features/intakes/IntakePanel'
import { PlanPanel } from '#features/plans/PlanPanel'
import { StagesPanel } from '#features/stages/StagesPanel'
import { ReviewsPanel } from '#features/reviews/ReviewsPanel'
import { CASE_PLACES, placeId } from '#lib/case-places'
import type { CasePlace } from '#lib/case-places'
import { CaseNav } from './CaseNav.tsx'
import { PapersPanel } from './PapersPanel.tsx'
import { studentHeaderQuery, useShownStudent } from '#lib/student-header'
import { useEscape } from '#lib/use-escape'
import { ErrorState } from '#ui/ErrorState'

type About = { studentId: string; caseId: string }
/** One line per panel; they stand in the order of CASE_PLACES. */
const PANELS: Partial<Record<CasePlace, ComponentType<About>>> = {
  intake: IntakePanel,
  plan: PlanPanel,
  reviews: ReviewsPanel,
  stages: StagesPanel,
  followups: FollowupsPanel,
  papers: PapersPanel,
  contacts: ContactsPanel,
  aid: AidPanel,
  conferences: ConferencesPanel,
  growth: GrowthPanel,
  archive: ArchivePanel,
}

/** One case from its first day to the archive: what blocks the next step on the left, everything that belongs to it beside that. */
export function CaseRoom() {
  const { t } = useTranslation()
  const { caseId = '' } = useParams()
  const { data: one, error, refetch } = useQuery(caseQueries.one(caseId))
  const { data: header, error: unknown } = useQuery(studentHeaderQuery(one?.studentId ?? ''))
  useShownStudent(one?.studentId)
  useEscape()
  const failed = error ?? unknown
  if (failed) return <ErrorState error={failed} what={t('cases.pageFailed')} onRetry={() => void refetch()} />
  if (!one || !header) return <Skeleton active avatar paragraph={{ rows: 6 }} />
  const about = { studentId: one.studentId, caseId }
  return (
    <div className="case-room">
      <div className="case-head">
        <CaseStrip one={one} header={header} />
        <CaseNav />
      </div>
      <div className="case-columns">
        <div className="case-way">
          <ProgressPanel {...about} />
          <StandingPanel {...about} />
          <ApartPanel {...about} />
        </div>
        <div className="case-places">
          {CASE_PLACES.map((place) => {
            const Panel = PANELS[place]
            return (
              Panel && (
                <section key={place} id={placeId(place)} tabIndex={-1} className="case-place">
                  <Panel {...about} />
                </section>
              )
            )
          })}
        </div>
      </div>
    </div>
  )
}
