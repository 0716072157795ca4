import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { FoundSet } from '#contract/restores'
import { formatBytes } from '#lib/format-bytes'
import { formatMoment } from '#lib/format'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import type { StepProps } from './restore-state.ts'

/** What was found, newest first; what cannot be used says why. */
export function SetsStep({ state, change, onBack }: StepProps) {
  const { t } = useTranslation()
  const { sets } = state
  const first = sets.find(({ problem }) => problem === null)
  const choose = (chosen: FoundSet) =>
    change({ chosen, step: 'secret', ...(chosen.name !== state.chosen?.name && { opened: null }) })
  return (
    <>
      <p className="restore-lead">{t(first ? 'restores.sets.lead' : 'restores.sets.allBad')}</p>
      <div className="restore-sets">
        <Rows label={t('restores.sets.title')}>
          {sets.map((set) => (
            <Row
              key={set.name}
              name={set.madeAt ? formatMoment(localOf(set.madeAt), '') : t('restores.sets.unknown')}
              hint={formatBytes(set.bytes)}
              second={set.name}
              state={
                <>
                  {set === first && <Tag tone="green">{t('restores.sets.newest')}</Tag>}
                  {set.problem && <Tag tone="amber">{t(`restores.sets.problems.${set.problem}`)}</Tag>}
                  {set.problem === null && set.sameVault !== null && (
                    <Tag>{t(set.sameVault ? 'restores.sets.same' : 'restores.sets.other')}</Tag>
                  )}
                </>
              }
              verb={
                set.problem === null && (
                  <Button
                    type={set === first ? 'primary' : 'default'}
                    size="small"
                    autoFocus={set === first}
                    onClick={() => choose(set)}
                  >
                    {t('restores.sets.choose')}
                  </Button>
                )
              }
            />
          ))}
        </Rows>
      </div>
      <div className="restore-foot">
        <Button type="text" onClick={onBack}>
          {t('restores.back')}
        </Button>
      </div>
    </>
  )
}
