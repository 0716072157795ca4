import { AppError } from '#contract/errors'
import type { KioskView } from '#contract/kiosk'
import type { Answers } from '#contract/results'
import { refuseWrongSheets } from '#core/kiosk/form'
import type { Clock } from '#electron/host/clock'
import type { Place } from '#electron/host/places'
import { hasLetters, keepLetter } from './letters.ts'
import { type KioskSession, readSession, writeSession } from './session-file.ts'

/** The form on the screen and the answers given so far. No key, no vault. */
export type Answering = {
  sheetIds(): string[]
  view(): KioskView
  save(answers: Answers[]): void
  finish(answers: Answers[]): void
  idle(answers: Answers[]): void
  /** From here on nothing more is taken; the screen and the memory are empty. */
  end(): void
}

/** The kiosk of this place, if a student was sitting there. Answers of before cannot be read: then it is over. */
export function comeBack(place: Place, clock: Clock): Answering | null {
  const session = readSession(place)
  if (!session) return null
  const answering = beginAnswering(place, session, clock)
  if (session.phase === 'open' && hasLetters(place, session)) answering.end()
  return answering
}

export function beginAnswering(place: Place, first: KioskSession, clock: Clock): Answering {
  let session = first
  let answers: Answers[] = blank(session)
  const keep = (given: Answers[], finished: boolean): void => {
    if (session.phase === 'over') throw new AppError('conflict', { reason: 'over' })
    refuseWrongSheets(session.forms, given)
    const savedAt = clock.now()
    given.forEach((sheet, i) => {
      if (!finished && isSame(sheet, answers[i])) return
      keepLetter(place, session, i, { answers: sheet, finished, savedAt })
      answers[i] = sheet
    })
  }
  const end = (): void => {
    if (session.phase === 'open') {
      const over: KioskSession = { ...session, phase: 'over', forms: [] }
      writeSession(place, over)
      session = over
    }
    answers = []
  }
  return {
    sheetIds: () => session.sheets.map(({ assessmentId }) => assessmentId),
    view: () => ({
      phase: session.phase,
      practice: place.isPractice,
      language: session.language,
      layout: session.layout,
      aloud: session.aloud,
      forms: session.forms,
      answers,
    }),
    save: (given) => keep(given, false),
    finish(given) {
      keep(given, true)
      end()
    },
    idle(given) {
      keep(given, false)
      end()
    },
    end,
  }
}

const blank = ({ phase, forms }: KioskSession): Answers[] => (phase === 'open' ? forms.map(() => ({})) : [])

const isSame = (one: Answers, other: Answers = {}): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([id, value]) => other[id] === value)
