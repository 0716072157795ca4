import { useEffect, useState } from 'react'
import type { Attachment } from '#contract/attachments'
import { readAttachment } from '#lib/attachment-content'
import { openPages, type Pages } from '#lib/drawn-pages'

type Opened = { pages: Pages | null; isWhole: boolean; share: number; error: unknown }
const NOTHING: Opened = { pages: null, isWhole: true, share: 0, error: null }

/** The pages of a file for as long as they are looked at; afterwards nothing of them is left. */
export const usePages = (attachment: Pick<Attachment, 'id' | 'studentId' | 'bytes' | 'type'> | undefined): Opened => {
  const [opened, setOpened] = useState<Opened>(NOTHING)
  const { id, studentId, bytes, type } = attachment ?? {}
  useEffect(() => {
    if (id === undefined || studentId === undefined || bytes === undefined || type === undefined) return
    const stop = new AbortController()
    let pages: Pages | null = null
    const open = async () => {
      const content = await readAttachment({ id, studentId, bytes }, stop.signal, (share) =>
        setOpened((before) => ({ ...before, share })),
      )
      const { isWhole } = content
      setOpened((before) => ({ ...before, isWhole }))
      pages = await openPages(content.bytes, type)
      if (stop.signal.aborted) pages.close()
      else setOpened({ pages, isWhole, share: 1, error: null })
    }
    open().catch((error: unknown) => stop.signal.aborted || setOpened((before) => ({ ...before, error })))
    return () => {
      stop.abort()
      pages?.close()
      setOpened(NOTHING)
    }
  }, [id, studentId, bytes, type])
  return opened
}
