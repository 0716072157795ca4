import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Consent } from '#contract/consents'
import { client } from '#lib/client'
import { formatDate } from '#lib/format'
import { useWrite } from '#lib/use-write'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'

/** What was given before; each can be withdrawn from a day on. */
export function GivenConsents({ studentId, today }: { studentId: string; today: string }) {
  const { t } = useTranslation()
  const [ending, setEnding] = useState<Consent | null>(null)
  const [on, setOn] = useState(today)
  const { data: given = [], error } = useQuery({
    queryKey: ['consents', studentId],
    queryFn: () => client.consents.listByStudent({ studentId }),
  })
  const withdraw = useWrite(client.consents.withdraw, {
    invalidates: ['consents', 'students'],
    onSuccess: () => setEnding(null),
  })
  if (error) return <ErrorState error={error} />
  const hasNotice = given.some((consent) => consent.kind === 'notice' && consent.withdrawnOn === null)
  return (
    <>
      {!hasNotice && <Tag tone="amber">{t('consents.lacksNotice')}</Tag>}
      {given.length > 0 && (
        <Rows label={t('consents.given')}>
          {given.map((consent) => (
            <Row
              key={consent.id}
              name={t(`codes.consentKinds.${consent.kind}`)}
              hint={[
                formatDate(consent.givenOn, today),
                `${t(`codes.signers.${consent.signer}`)} ${consent.signerName}`,
                t(`codes.consentModes.${consent.mode}`),
                consent.scope,
              ]
                .filter(Boolean)
                .join(' · ')}
              state={
                consent.withdrawnOn && (
                  <Tag>{t('consents.withdrawnOn', { day: formatDate(consent.withdrawnOn, today) })}</Tag>
                )
              }
              verb={
                !consent.withdrawnOn && (
                  <Button size="small" onClick={() => setEnding(consent)}>
                    {t('consents.withdraw')}
                  </Button>
                )
              }
            />
          ))}
        </Rows>
      )}
      {ending && (
        <div className="consent-end form-row-line">
          <span>{t('consents.withdrawFrom', { kind: t(`codes.consentKinds.${ending.kind}`) })}</span>
          <DateField label={t('consents.withdrawDay')} value={on} onChange={(day) => day && setOn(day)} />
          <Button
            size="small"
            danger
            loading={withdraw.isPending}
            onClick={() => withdraw.write({ consentId: ending.id, studentId, on })}
          >
            {t('consents.withdraw')}
          </Button>
          <Button size="small" type="text" onClick={() => setEnding(null)}>
            {t('frame.cancel')}
          </Button>
          {withdraw.error && <ErrorState error={withdraw.error} />}
        </div>
      )}
    </>
  )
}
