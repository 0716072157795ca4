import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import { client } from '#lib/client'
import { formatDate } from '#lib/format'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { instrumentQueries } from './queries.ts'

/** Who may give an instrument and by what; what was withdrawn stays to be read. */
export function Competences({ instrumentId }: { instrumentId: string }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { data: known = [], error } = useQuery(instrumentQueries.competences(instrumentId))
  const [ending, setEnding] = useState<string | null>(null)
  const withdraw = useWrite(client.instruments.withdrawCompetence, {
    invalidates: ['instruments', 'assessments'],
    onSuccess: () => setEnding(null),
  })
  if (error) return <ErrorState error={error} />
  const name = known.find(({ id }) => id === ending)?.userName ?? ''
  return (
    <>
      {known.length > 0 && (
        <Rows label={t('instruments.competence.known')}>
          {known.map(({ id, userName, basis, recordedOn, withdrawnAt }) => (
            <Row
              key={id}
              name={userName}
              hint={`${basis} · ${formatDate(recordedOn, today)}`}
              state={
                withdrawnAt && (
                  <Tag>{t('instruments.competence.withdrawnOn', { day: formatDate(localOf(withdrawnAt), today) })}</Tag>
                )
              }
              verb={
                !withdrawnAt && (
                  <Button size="small" onClick={() => setEnding(id)}>
                    {t('instruments.competence.withdraw')}
                  </Button>
                )
              }
            />
          ))}
        </Rows>
      )}
      {ending && (
        <ConfirmDialog
          title={t('instruments.competence.withdrawTitle', { name })}
          verb={t('instruments.competence.withdraw')}
          isDanger
          isBusy={withdraw.isPending}
          onConfirm={() => withdraw.write({ competenceId: ending })}
          onCancel={() => setEnding(null)}
        >
          <p>{t('instruments.competence.withdrawHint')}</p>
          {withdraw.error && <ErrorState error={withdraw.error} />}
        </ConfirmDialog>
      )}
    </>
  )
}
