import type { Review } from '#contract/reviews'
import type { Acceptance } from '#contract/acceptances'
import type { AppointmentLine } from '#contract/appointments'
import type { Wait } from '#contract/waits'
import type { AidReferral, Hardship } from '#contract/aid'
import type { Decline } from '#contract/declines'
import type { Conference } from '#contract/conferences'
import type { Contact, SupportPerson } from '#contract/contacts'
import type { ContactKind, Relation } from '#contract/contact-tables'
import { create } from 'zustand'
import type { AttachmentAbout, ConsentKind } from '#contract/code-tables'
import type { DeclineCause } from '#contract/entry-tables'
import type { FollowupCause } from '#contract/case-tables'
import type { RevisionKind } from '#contract/revision-tables'

/** A time that was chosen for a booking; with `waitId` the name goes off the waiting list. */
export type BookingSlot = { from: string; until: string; receiverId?: string; waitId?: string }

/** What a booking answers: the letter or observation has led to it. */
export type BookingCause = { letter: string } | { observation: string }

/**
 * What a screen may ask to be opened, told by kind so that features need not know each other.
 * `renderer/app/Dialogs.tsx` shows the dialog of the feature that owns the kind.
 */
export type DialogRequest =
  /** Without a student it first asks who; `newcomer` goes straight to somebody who is not on the roster. */
  | {
      kind: 'visit'
      studentId: string | null
      text?: string
      newcomer?: 'guest' | 'alias'
      slot?: BookingSlot
      settles?: BookingCause
    }
  /** Another time, length, place or receiver of a booking. */
  | { kind: 'rebook'; line: AppointmentLine }
  /** Puts somebody on the waiting list, or changes what is written there; `observation`: what it is the outcome of. */
  | { kind: 'wait'; studentId: string | null; wait?: Wait; observation?: string }
  | { kind: 'visit-facts'; studentId: string; visitId: string }
  /** `state`: what it will be, when that is known; a booking of a series may go with all that follow. */
  | { kind: 'visit-off'; studentId: string; visitId: string; state?: 'no-show' | 'cancelled'; isSeries?: boolean }
  | { kind: 'student'; studentId: string | null }
  | { kind: 'risk'; studentId: string }
  | { kind: 'referral'; studentId: string; crisisId?: string }
  | { kind: 'return'; studentId: string; referralId: string }
  | { kind: 'close-case'; studentId: string; caseId: string }
  /** Whether counselor and student know each other elsewhere. */
  | { kind: 'declaration'; studentId: string; caseId: string }
  | { kind: 'stability'; studentId: string; caseId: string }
  /** A ladder of follow-ups; `cause` when it is known what it comes after. */
  /** An entry of the growth record; null for a new one. */
  | { kind: 'growth'; studentId: string; growthId: string | null }
  /** Files a closed case, or says anew where it stands and until when. */
  | { kind: 'archive'; studentId: string; caseId: string }
  | { kind: 'destroy'; studentId: string; caseId: string }
  | { kind: 'followup-plan'; studentId: string; caseId: string; cause?: FollowupCause }
  /** What came of one follow-up, or another day for it. */
  | { kind: 'followup'; studentId: string; caseId: string; followupId: string }
  /** Hands one case to a colleague. */
  | { kind: 'transfer'; studentId: string; caseId: string }
  /** Looks back on what came of the plan; `review`: one that is corrected. */
  | { kind: 'review'; studentId: string; caseId: string; review?: Review }
  /** `about`: the consent that is missing for what one was about to do. */
  | { kind: 'consent'; studentId: string; about?: ConsentKind }
  /** The papers of one record; those of the student are all. */
  | { kind: 'attachments'; studentId: string; about: AttachmentAbout; aboutId: string }
  | { kind: 'attachment'; studentId: string; attachmentId: string }
  /** Begins a test; without a student it first asks who, without an instrument which. */
  | { kind: 'assessment'; studentId: string | null; instrumentId?: string }
  /** What came out of seeing the student in person after a critical answer. */
  | { kind: 'task'; studentId: string; taskId: string }
  /** Records what somebody is competent by for an instrument. */
  | { kind: 'competence'; instrumentId: string }
  /** A call, message or talk. Without a student it asks first about whom; `answersId`: the contact that is answered. */
  | {
      kind: 'contact'
      studentId: string | null
      answersId?: string
      start?: { kind?: ContactKind; relation?: Relation; name?: string }
      contact?: Contact
    }
  | { kind: 'contact-sheet'; contactId: string; studentId: string | null }
  /** Those around a student and the log of calls. */
  | { kind: 'contact-log'; studentId: string }
  /** Adds somebody around a student, or changes `person`. */
  | { kind: 'person'; studentId: string; person?: SupportPerson }
  /** Student, teacher and parent after the first session. */
  | { kind: 'first-feedback'; studentId: string }
  | { kind: 'letter' }
  | { kind: 'letter-sheet'; letterId: string; studentId: string | null }
  | { kind: 'observation'; studentId: string | null }
  | { kind: 'observation-sheet'; observationId: string; studentId: string }
  /** 资助转介; with `referral` it is corrected. */
  | { kind: 'aid'; studentId: string; referral?: AidReferral }
  | { kind: 'aid-sheet'; studentId: string; aidId: string }
  /** 困难关怀: hard times at home. */
  | { kind: 'hardship'; studentId: string; hardship: Hardship | null }
  /** `about`: what kind of talk it begins as. */
  | { kind: 'conference'; studentId: string; caseId: string; conference?: Conference; about?: 'briefing' }
  /** What this month brings each open case. */
  | { kind: 'conference-month' }
  /** Begins the next summary, or goes on with the one that is named. */
  | { kind: 'stage'; studentId: string; caseId: string; stageId?: string }
  | { kind: 'stage-deliver'; studentId: string; caseId: string; stageId: string }
  /** A request to take somebody on, or `acceptance` to be put right; `settles`: the letter or observation it comes of. */
  | { kind: 'acceptance'; studentId: string | null; acceptance?: Acceptance; settles?: BookingCause }
  | { kind: 'acceptance-sheet'; acceptanceId: string; studentId: string }
  /** The student does not want to come. */
  | { kind: 'decline'; studentId: string; decline?: Decline; because?: DeclineCause }
  | { kind: 'decline-sheet'; declineId: string; studentId: string }
  /** How the student came to the case. */
  | { kind: 'entry'; studentId: string; caseId: string }
  /** How a record stood before; a letter may be of nobody who is known. */
  | { kind: 'revisions'; record: RevisionKind; recordId: string; studentId: string | null }
  /** What is left over of a day, and its log. */
  | { kind: 'day-end'; day: string }
  /** Why a finished intake is opened again. */
  | { kind: 'intake-reopening'; studentId: string; caseId: string }
  /** Opens the crisis card; null asks first who it is about. */
  | { kind: 'crisis'; studentId: string | null }
export type DialogKind = DialogRequest['kind']
export type DialogOf<K extends DialogKind> = Extract<DialogRequest, { kind: K }>

/** What every dialog component gets. */
export type DialogProps<R extends DialogRequest> = { request: R; onClose: () => void }

type Dialogs = {
  open: DialogRequest | null
  /** What is opened again when this one closes. */
  back: DialogRequest | null
  openDialog: (request: DialogRequest, back?: DialogRequest) => void
  closeDialog: () => void
  leaveDialogs: () => void
}

export const useDialogs = create<Dialogs>((set) => ({
  open: null,
  back: null,
  openDialog: (open, back) => set({ open, back: back ?? null }),
  closeDialog: () => set(({ back }) => ({ open: back, back: null })),
  leaveDialogs: () => set({ open: null, back: null }),
}))

export const openDialog = (request: DialogRequest, back?: DialogRequest): void =>
  useDialogs.getState().openDialog(request, back)
export const closeDialog = (): void => useDialogs.getState().closeDialog()
/** For a dialog that leads to another page. */
export const leaveDialogs = (): void => useDialogs.getState().leaveDialogs()
