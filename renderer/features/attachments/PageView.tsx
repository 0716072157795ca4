import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Turn } from '#contract/attachment-files'
import type { Pages } from '#lib/drawn-pages'
import { ErrorState } from '#ui/ErrorState'

type Props = { pages: Pages; page: number; turned: Turn; zoom: number; label: string }
/** Sharp enough for four times the size of a small window. */
const LONGEST = 3200

/** One page, fitted into its frame at first; larger ones are moved with the scroll bars. */
export function PageView({ pages, page, turned, zoom, label }: Props) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const drawn = useRef<HTMLCanvasElement | null>(null)
  const [error, setError] = useState<unknown>(null)

  const fit = useEffectEvent((size: number = zoom) => {
    const [box, canvas] = [frame.current, drawn.current]
    if (!box || !canvas) return
    const scale = Math.min(1, (box.clientWidth - 4) / canvas.width, (box.clientHeight - 4) / canvas.height)
    canvas.style.width = `${Math.round(canvas.width * scale * size)}px`
    canvas.setAttribute('role', 'img')
    canvas.setAttribute('aria-label', label)
    if (canvas.parentElement !== box) box.replaceChildren(canvas)
  })
  useEffect(() => {
    let isGone = false
    pages
      .draw(page, LONGEST, turned)
      .then((canvas) => {
        if (isGone) return
        drawn.current = canvas
        setError(null)
        fit()
      })
      .catch((thrown: unknown) => isGone || setError(thrown))
    return () => {
      isGone = true
    }
  }, [pages, page, turned])
  useEffect(() => fit(zoom), [zoom])

  return (
    <>
      {error !== null && <ErrorState error={error} what={t('attachments.notDrawn')} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is larger than its frame is scrolled by keys */}
      <div className="page-view" ref={frame} tabIndex={0} aria-label={t('attachments.page')} role="group" />
    </>
  )
}
