import { type IpcMainInvokeEvent, ipcMain, type WebFrameMain } from 'electron'
import { z } from 'zod'
import type { Channel } from '#electron/channels'
import { isOurs, ORIGIN } from '#electron/origin'

/**
 * The only way from preload to main. Answers the top frame of our own page, and only what the schema knows; a refusal says
 * nothing about why.
 */
export const answerCalls = <S extends z.ZodType>(
  channel: Channel,
  input: S,
  run: (input: z.output<S>, frame: WebFrameMain) => unknown,
): void =>
  ipcMain.handle(channel, async (event, ...args: unknown[]) => {
    const frame = trustedFrame(event)
    const parsed = input.safeParse(args)
    if (!frame || !parsed.success) throw new Error('refused')
    return await run(parsed.data, frame)
  })

/** What a call without anything to say sends. */
export const NOTHING = z.tuple([])

const trustedFrame = (event: IpcMainInvokeEvent): WebFrameMain | null => {
  const frame = event.senderFrame
  if (!frame || event.sender.isDestroyed() || frame.isDestroyed() || frame.detached) return null
  if (frame.parent !== null || frame !== event.sender.mainFrame) return null
  return frame.origin === ORIGIN && isOurs(frame.url) ? frame : null
}
