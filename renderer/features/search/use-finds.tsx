import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { NoteHit } from '#contract/notes'
import type { StudentHit } from '#contract/students'
import { openDialog } from '#lib/dialogs'
import type { DialogRequest } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useSession } from '#lib/session'
import { useWorkplace } from '#lib/workplace'
import { RiskTag } from '#ui/RiskTag'
import { answersTo } from './finds.ts'
import type { Find } from './finds.ts'

type Sources = {
  text: string
  /** Undefined while they are looked for. */
  people: readonly StudentHit[] | undefined
  notes: readonly NoteHit[] | undefined
  pages: readonly { path: string; name: string }[]
  onLookIntoNotes: () => void
  onClose: () => void
}

/** Everything that answers to what was typed, best first. */
export const useFinds = ({ text, people, notes, pages, onLookIntoNotes, onClose }: Sources): Find[] => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const may = useMay()
  const shownStudentId = useSession((session) => session.studentId)
  const go = (path: string) => () => {
    onClose()
    void navigate(path)
  }
  const ask = (request: DialogRequest) => () => {
    onClose()
    openDialog(request)
  }

  const persons = (people ?? []).map((hit): Find => ({
    key: hit.id,
    group: 'people',
    name: hit.name,
    hint: [
      hit.kind === 'alias' && t('codes.studentKinds.alias'),
      hit.className ?? hit.grade,
      hit.studentNo,
      hit.visitCount > 0 && t('search.visits', { count: hit.visitCount }),
    ]
      .filter(Boolean)
      .join(' · '),
    mark: <RiskTag rank={hit.riskRank} />,
    run: may('students.header') ? go(paths.student(hit.id)) : ask({ kind: 'visit', studentId: hit.id }),
  }))
  const newcomers: Find[] =
    text && people?.length === 0 && may('visits.register')
      ? (['guest', 'alias'] as const).map((newcomer) => ({
          key: newcomer,
          group: 'newcomers',
          name: t(`search.${newcomer}`, { text }),
          run: ask({ kind: 'visit', studentId: null, text, newcomer }),
        }))
      : []
  const inNotes: Find[] =
    !text || !may('notes.search')
      ? []
      : notes === undefined
        ? [{ key: 'notes', group: 'notes', name: t('search.lookIntoNotes', { text }), run: onLookIntoNotes }]
        : notes.length === 0
          ? [{ key: 'no-notes', group: 'notes', name: t('search.notInNotes', { text }), run: () => undefined }]
          : notes.map((hit) => ({
              key: hit.noteId,
              group: 'notes',
              name: hit.studentName,
              hint: `${formatDate(hit.on, today)} · ${hit.excerpt}`,
              run: go(paths.note(hit.visitId)),
            }))
  const registers: Find[] = may('visits.register')
    ? [
        {
          key: 'register',
          group: 'actions',
          name: t('search.register'),
          run: ask({ kind: 'visit', studentId: null, text }),
        },
      ]
    : []
  const crises: Find[] = may('crises.open')
    ? [
        {
          key: 'crisis',
          group: 'actions',
          name: t('search.crisis'),
          hint: 'F9',
          run: ask({ kind: 'crisis', studentId: shownStudentId }),
        },
      ]
    : []
  const actions = [...registers, ...crises]
  const places = pages.map((page): Find => ({ key: page.path, group: 'pages', name: page.name, run: go(page.path) }))
  const fits = (find: Find) => !text || answersTo(text, find.name, t(`search.also.${find.key}`, ''))
  return [...persons, ...newcomers, ...inNotes, ...actions.filter(fits), ...places.filter(fits)]
}
