import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** What stands on every page of a paper. */
export type Running = {
  /** School and room, top left. */
  from: string
  /** 编号, top right; empty when the paper has none. */
  no: string
  practice: boolean
  /** Hangs on a door or goes home with a student: it does not say 保密. */
  isPublic?: boolean
  /** Bottom left. */
  foot: string
  printedBy: string
  printedAt: string
}

type Props = { running: Running; page: number; pages: number; blocks: readonly HTMLElement[]; fills: boolean }

/** One sheet of A4: the running head, the blocks that stand on it, the foot. */
export function Sheet({ running, page, pages, blocks, fills }: Props) {
  const { t } = useTranslation()
  const body = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => body.current?.replaceChildren(...blocks), [blocks])
  return (
    <section className="paper-sheet" aria-label={t('forms.page', { page, pages })}>
      <div className="paper-sheet-head">
        {!running.isPublic && <span className="paper-secret">{t('forms.secret')}</span>}
        {running.practice && <span>{t('forms.practice')}</span>}
        <span className="paper-from">{running.from}</span>
        <span className="paper-no">{running.no && t('forms.no', { no: running.no })}</span>
      </div>
      <div className={fills ? 'paper-sheet-body paper-fills' : 'paper-sheet-body'} ref={body} />
      <div className="paper-sheet-foot">
        <span>{running.foot}</span>
        <span>{t('forms.page', { page, pages })}</span>
        <span>{t('forms.printed', { by: running.printedBy, at: running.printedAt })}</span>
      </div>
    </section>
  )
}
