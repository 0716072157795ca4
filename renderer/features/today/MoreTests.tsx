import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '#lib/paths'
import { Row } from '#ui/Row'

/** The ones that would crowd this page. */
export function MoreTests({ n }: { n: number }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Row
      name={t('today.moreTests', { n })}
      verb={
        <Button size="small" onClick={() => void navigate(paths.tests)}>
          {t('today.seeAll')}
        </Button>
      }
    />
  )
}
