import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Turn } from '#contract/attachment-files'

type Props = {
  pages: number
  page: number
  zoom: number
  turned: Turn
  onPage: (page: number) => void
  onZoom: (zoom: number) => void
  onTurn: (turned: Turn) => void
}
const [LEAST, MOST, STEP] = [0.5, 4, 1.5]

/** Larger, smaller, the other way up, the next page. */
export function PageTools({ pages, page, zoom, turned, onPage, onZoom, onTurn }: Props) {
  const { t } = useTranslation()
  return (
    <div className="page-tools" role="toolbar" aria-label={t('attachments.tools')}>
      <Button size="small" disabled={zoom <= LEAST} onClick={() => onZoom(Math.max(LEAST, zoom / STEP))}>
        {t('attachments.smaller')}
      </Button>
      <Button size="small" disabled={zoom >= MOST} onClick={() => onZoom(Math.min(MOST, zoom * STEP))}>
        {t('attachments.larger')}
      </Button>
      <Button size="small" onClick={() => onTurn(((turned + 1) % 4) as Turn)}>
        {t('attachments.turn')}
      </Button>
      {pages > 1 && (
        <>
          <Button size="small" disabled={page === 0} onClick={() => onPage(page - 1)}>
            {t('attachments.before')}
          </Button>
          <span className="field-hint">{t('attachments.pages', { page: page + 1, pages })}</span>
          <Button size="small" disabled={page + 1 >= pages} onClick={() => onPage(page + 1)}>
            {t('attachments.after')}
          </Button>
        </>
      )}
    </div>
  )
}
