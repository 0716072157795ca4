import { useRef, useState } from 'react'
import type { Assessment } from '#contract/assessments'
import type { Item, Questionnaire } from '#contract/instrument-file'
import type { Answers } from '#contract/results'
import { goBack, goForth, goOn, goToOpen, openSheet, take, takeBlank } from '#lib/sheet-flow'
import type { Onward, SheetState } from '#lib/sheet-flow'
import { useSheetRecord } from './use-sheet-record.ts'

type Whole = { sheet: SheetState; details: Assessment['details'] }

/** A questionnaire while it is filled in: where one is, what was entered, and the one step that can be taken back. */
export const useSheet = (assessment: Assessment, form: Questionnaire, onward: Onward) => {
  const [whole, setWhole] = useState<Whole>(() => ({
    sheet: openSheet(form, assessment.answers),
    details: assessment.details,
  }))
  const latest = useRef(whole)
  /** Answers that fell away because an earlier one was changed, and the sheet before. */
  const [fallen, setFallen] = useState<{ items: Item[]; before: Whole } | null>(null)
  const record = useSheetRecord(assessment)

  const put = (next: Whole) => {
    const isChanged = next.sheet.answers !== latest.current.sheet.answers || next.details !== latest.current.details
    latest.current = next
    setWhole(next)
    if (isChanged) record.keep({ answers: next.sheet.answers, details: next.details })
  }
  const putSheet = (sheet: SheetState) => put({ ...latest.current, sheet })
  const move = (step: (of: Questionnaire, sheet: SheetState) => SheetState) =>
    putSheet(step(form, latest.current.sheet))
  const step = ({ sheet, dropped }: { sheet: SheetState; dropped: Item[] }, stays: boolean) => {
    const before = latest.current
    const gone = new Set(dropped.map(({ id }) => id))
    const details =
      gone.size === 0
        ? before.details
        : Object.fromEntries(Object.entries(before.details).filter(([id]) => !gone.has(id)))
    setFallen(dropped.length > 0 ? { items: dropped, before } : null)
    put({ sheet: stays ? sheet : goOn(form, sheet, onward), details })
  }

  return {
    ...whole,
    fallen,
    record,
    /** `stays`: something more is asked at this question. */
    answer: (id: string, value: number, stays = false) => step(take(form, latest.current.sheet, id, value), stays),
    leaveBlank: (id: string) => step(takeBlank(form, latest.current.sheet, id), false),
    describe: (id: string, text: string) =>
      put({ ...latest.current, details: { ...latest.current.details, [id]: text } }),
    /** Other answers for the whole sheet, e.g. when the keys are read anew. */
    replace: (answers: Answers) => put({ ...latest.current, sheet: openSheet(form, answers) }),
    takeBack: () => {
      if (fallen) put(fallen.before)
      setFallen(null)
    },
    back: () => move(goBack),
    forth: () => move(goForth),
    toOpen: () => move(goToOpen),
    next: () => move((of, sheet) => goOn(of, sheet, onward)),
    goTo: (id: string) => putSheet({ ...latest.current.sheet, at: id }),
    finish: (takenOn: string) =>
      record.finish({ answers: latest.current.sheet.answers, details: latest.current.details }, takenOn),
  }
}
export type Sheet = ReturnType<typeof useSheet>
