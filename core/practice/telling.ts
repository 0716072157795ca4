import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract/all'
import type { Language } from '#contract/vault'
import { schoolDay } from './school-day.ts'
import type { Both, When } from './story.ts'

export type Teller = {
  client: ContractRouterClient<Contract>
  language: Language
  today: string
  /** Wall time now, `HH:MM`: nothing is told that has not happened yet. */
  nowAt: string
  newId(): string
  receiverId: string
  place: string
}
/** One call that the counselor makes at a wall time. */
export type Deed = { at: string; run(): Promise<unknown> }
/** The student a story is about; `crisisId` once a crisis was told. */
export type Subject = {
  studentId: string
  name: string
  mother: string
  father: string
  index: number
  crisisId: string | null
  /** Of the other sex than the counselor: door or window stand open. */
  asksForDoor: boolean
  /** What the goals of the plan are known by, once they were told. */
  goals?: Map<string, string>
}

/** Anybody on the roster; `key` of those who are told about. */
export type Pupil = {
  key: string | null
  index: number
  studentId: string
  studentNo: string
  name: string
  gradeNo: number
  className: string
}

export const wallTime = ({ today }: Teller, { ago, at }: When): string => `${schoolDay(today, ago)}T${at}`
export const text = ({ language }: Teller, both: Both): string => both[language === 'zh' ? 0 : 1]
export const request = (teller: Teller, studentId: string) => ({ requestId: teller.newId(), studentId })
