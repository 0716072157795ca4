import { z } from 'zod'
import { Both, Questionnaire } from '#contract/instrument-file'
import { hosted, lifecycle } from '#contract/procedure'
import { Answers } from '#contract/results'
import { Done } from '#contract/times'
import { LANGUAGES, Password } from '#contract/vault'

/** What the student sees of an instrument: no name of anybody, no scoring, no meaning of answers. */
export const KioskForm = Questionnaire.pick({ instructions: true, options: true, timeframe: true }).extend({
  short: z.string(),
  title: Both,
  attribution: z.string(),
  zhText: z.string(),
  stem: Both.nullable(),
  items: z.array(
    z.object({
      id: z.string(),
      zh: z.string(),
      en: z.string(),
      options: Questionnaire.shape.options.nullable(),
      required: z.boolean(),
      skipIf: Questionnaire.shape.items.element.shape.skipIf,
    }),
  ),
})
export type KioskForm = z.infer<typeof KioskForm>

export const KIOSK_LAYOUTS = ['one', 'all'] as const
export const KioskView = z.object({
  /** `over`: the thank-you page; only the counselor's password leads on. */
  phase: z.enum(['open', 'over']),
  practice: z.boolean(),
  language: z.enum(LANGUAGES),
  layout: z.enum(KIOSK_LAYOUTS),
  /** A button reads each question aloud, where the PC has a voice of its own. */
  aloud: z.boolean(),
  forms: z.array(KioskForm),
  /** Kept in the host's memory alone, so that a reloaded page goes on; empty once it is over. */
  answers: z.array(Answers),
})
export type KioskView = z.infer<typeof KioskView>

const answers = z.array(Answers).max(5)
/**
 * A student fills in a form on this PC. The vault is closed and its key gone; answers are sealed to the vault's public key
 * and come into the vault at the next unlock.
 */
export const kiosk = {
  /** From the open room: closes the vault and shows nothing but these forms. Not for sheets of somebody else's case. */
  start: hosted(
    { roles: 'counselor' },
    z.object({
      studentId: z.uuid(),
      assessmentIds: z.array(z.uuid()).min(1).max(5),
      language: z.enum(LANGUAGES),
      layout: z.enum(KIOSK_LAYOUTS),
      aloud: z.boolean(),
    }),
    Done,
  ),
  view: lifecycle(['kiosk'], z.object({}), KioskView),
  /** After each answer; one sheet per form, in their order. */
  save: lifecycle(['kiosk'], z.object({ answers }), Done),
  /** Handed in. The thank-you page comes. */
  finish: lifecycle(['kiosk'], z.object({ answers }), Done),
  /** Nobody has touched it for a minute: what is there is kept as a paused sheet, the thank-you page comes. */
  idle: lifecycle(['kiosk'], z.object({ answers }), Done),
  /**
   * The counselor's password opens the vault again; `forbidden` as at unlock. The recovery code in its place ends the kiosk
   * and leads to the locked door.
   */
  leave: lifecycle(
    ['kiosk'],
    z.object({ password: Password }),
    z.object({ studentId: z.uuid().nullable(), assessmentIds: z.array(z.uuid()) }),
  ),
}
