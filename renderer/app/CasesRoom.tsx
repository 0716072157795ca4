import { ArchiveList } from '#features/archives/ArchiveList'
import { CasesPage } from '#features/cases/CasesPage'

/** All cases, from those that are open to what is left of the destroyed. */
export const CasesRoom = () => <CasesPage Archive={ArchiveList} />
