import { useContext, useEffect, useRef, useState } from 'react'
import type { Attachment } from '#contract/attachments'
import type { PrintModel } from '#contract/prints'
import { readAttachment } from '#lib/attachment-content'
import { openPages } from '#lib/drawn-pages'
import { ErrorState } from '#ui/ErrorState'
import { PaperState } from './paper-state.ts'
import { Sheet } from './Sheet.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 200 dots to the inch on A4; a long document is printed a little coarser. */
const [FINE, COARSE] = [2339, 1650]
const MANY = 12

/** What lies in the vault as it is, page by page, each under the name and number of the student it belongs to. */
export function AttachmentForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const tellSheets = useContext(PaperState)
  const title = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState<HTMLElement[][] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const { attachment, student } = model

  useEffect(() => {
    const head = title.current
    if (!attachment || !head) return
    const stop = new AbortController()
    tellSheets(null)
    drawAll(attachment, stop.signal)
      .then((canvases) => {
        if (stop.signal.aborted) return
        setPages(canvases.map((canvas) => [head.cloneNode(true) as HTMLElement, canvas]))
        tellSheets(canvases.length)
      })
      .catch((thrown: unknown) => stop.signal.aborted || setError(thrown))
    return () => stop.abort()
  }, [attachment, tellSheets])

  if (error) return <ErrorState error={error} />
  return (
    <>
      <div hidden>
        <div className="paper-attached" ref={title}>
          <span>
            {t('consent-papers.of', {
              student: [student?.name, student?.className, student?.studentNo].filter(Boolean).join(' · '),
            })}
          </span>
          <span>{t('consent-papers.attached', { name: attachment?.name })}</span>
        </div>
      </div>
      {pages?.map((blocks, page) => (
        <Sheet
          key={page}
          running={running(model.case?.no ?? '')}
          page={page + 1}
          pages={pages.length}
          blocks={blocks}
          fills={false}
        />
      ))}
    </>
  )
}

async function drawAll(attachment: Attachment, signal: AbortSignal): Promise<HTMLCanvasElement[]> {
  const { bytes } = await readAttachment(attachment, signal)
  const opened = await openPages(bytes, attachment.type)
  try {
    const canvases: HTMLCanvasElement[] = []
    const longest = opened.count > MANY ? COARSE : FINE
    for (let page = 0; page < opened.count && !signal.aborted; page++)
      canvases.push(await drawPage(opened, page, longest, attachment))
    return canvases
  } finally {
    opened.close()
  }
}

async function drawPage(
  opened: Awaited<ReturnType<typeof openPages>>,
  page: number,
  longest: number,
  { turned }: Attachment,
): Promise<HTMLCanvasElement> {
  const canvas = await opened.draw(page, longest, turned)
  canvas.className = 'paper-picture'
  return canvas
}
