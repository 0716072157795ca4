import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '#lib/paths'
import { waitTone } from '#lib/round-numbers'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { todayQueries } from './queries.ts'

/** Rounds with flagged students whom nobody has seen yet. Stands only when there are some. */
export function ScreeningPanel() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data = [] } = useQuery(todayQueries.screenings())
  const waiting = data.filter(({ state, longestWait }) => state === 'open' && longestWait !== null)
  if (waiting.length === 0) return null
  return (
    <Panel title={t('today.screenings')}>
      <Rows label={t('today.screenings')}>
        {waiting.map(({ id, name, counts, longestWait }) => {
          const days = longestWait ?? 0
          const open = () => void navigate(paths.screening(id))
          return (
            <Row
              key={id}
              lead={
                <Tag tone={waitTone(days)}>
                  {days === 0 ? t('today.flaggedToday') : t('today.flaggedFor', { count: days })}
                </Tag>
              }
              name={name}
              hint={t('today.toBeSeen', { count: Math.max(1, counts.flagged - counts.seen - counts.declined) })}
              verb={
                <Button size="small" onClick={open}>
                  {t('today.seeRound')}
                </Button>
              }
              onOpen={open}
            />
          )
        })}
      </Rows>
    </Panel>
  )
}
