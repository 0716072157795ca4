import { useNavigate } from 'react-router'
import type { Lack } from '#contract/case-course'
import { goToPlace } from '#lib/case-places'
import { openDialog } from '#lib/dialogs'
import { paths } from '#lib/paths'

/** What is done about something that lacks, from where one stands. */
export const useLackStep = ({ studentId, caseId }: { studentId: string; caseId: string }) => {
  const navigate = useNavigate()
  return ({ what, id, purpose }: Lack): (() => void) => {
    switch (what) {
      case 'visit':
        return () => openDialog({ kind: 'visit', studentId })
      case 'entry':
        return () => openDialog({ kind: 'entry', studentId, caseId })
      case 'consent':
      case 'guardian':
        return () => openDialog({ kind: 'consent', studentId, ...(purpose ? { about: purpose } : {}) })
      case 'declaration':
        return () => openDialog({ kind: 'declaration', studentId, caseId })
      case 'reassign':
        return () => openDialog({ kind: 'transfer', studentId, caseId })
      case 'intake':
        return () => goToPlace('intake')
      case 'plan':
      case 'plan-agreed':
        return () => goToPlace('plan')
      case 'note':
        return () => void navigate(paths.note(id ?? ''))
      case 'door':
        return () => openDialog({ kind: 'visit-facts', studentId, visitId: id ?? '' })
      case 'test':
        return () => void navigate(paths.assessment(id ?? ''))
      case 'review':
        return () => goToPlace('reviews')
      case 'crisis':
        return () => void navigate(paths.crisis(id ?? ''))
      case 'closure':
        return () => openDialog({ kind: 'close-case', studentId, caseId })
      case 'papers':
      case 'archive':
        return () => goToPlace('archive')
    }
  }
}
