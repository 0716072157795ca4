import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { Consent } from '#contract/consents'
import { client } from '#lib/client'
import { openDialog, useDialogs } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { DateField } from '#ui/DateField'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { consentQueries } from './queries.ts'

type Ending = { consentId: string | null; on: string; reason: string }

/** What was given before; each can be withdrawn from a day on. */
export function GivenConsents({ studentId, today }: { studentId: string; today: string }) {
  const { t } = useTranslation()
  const [empty] = useState((): Ending => ({ consentId: null, on: today, reason: '' }))
  const draft = useDraft('consent-withdrawal', studentId, empty)
  const { consentId, on, reason } = draft.value
  const back = useDialogs(({ open }) => open)
  const { data: given = [], error } = useQuery(consentQueries.list(studentId))
  const ending = given.find(({ id, withdrawnOn }) => id === consentId && withdrawnOn === null)
  const forget = () => void draft.discard().catch(() => undefined)
  const withdraw = useWrite(client.consents.withdraw, {
    invalidates: ['consents', 'students', 'cases'],
    onSuccess: forget,
  })
  if (error) return <ErrorState error={error} />
  const hasNotice = given.some((consent) => consent.kind === 'notice' && consent.withdrawnOn === null)
  return (
    <>
      {!hasNotice && <Tag tone="amber">{t('consents.lacksNotice')}</Tag>}
      {given.length > 0 && (
        <div className="consents-given">
          <Rows label={t('consents.given')}>
            {given.map((consent) => (
              <Row
                key={consent.id}
                name={t(`codes.consentKinds.${consent.kind}`)}
                hint={[
                  formatDate(consent.givenOn, today),
                  `${t(`codes.signers.${consent.signer}`)} ${consent.relation} ${consent.signerName}`,
                  consent.sharedWith && t('consents.with', { whom: t(`codes.sharedWith.${consent.sharedWith}`) }),
                  t(`codes.consentModes.${consent.mode}`),
                  consent.validUntil && t('consents.endsOn', { day: formatDate(consent.validUntil, today) }),
                  consent.scope,
                  t('consents.takenBy', { name: consent.givenTo, day: formatDate(localOf(consent.enteredAt), today) }),
                  consent.withdrawnReason,
                  consent.withdrawnTo && t('consents.withdrawnTo', { name: consent.withdrawnTo }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                state={stateOf(consent)}
                verb={
                  <>
                    <EarlierButton record="consent" recordId={consent.id} studentId={studentId} />{' '}
                    <Button
                      size="small"
                      onClick={() =>
                        openDialog(
                          { kind: 'attachments', studentId, about: 'consent', aboutId: consent.id },
                          back ?? undefined,
                        )
                      }
                    >
                      {t('consents.scan')}
                    </Button>{' '}
                    {!consent.withdrawnOn && (
                      <Button size="small" onClick={() => draft.change({ consentId: consent.id })}>
                        {t('consents.withdraw')}
                      </Button>
                    )}
                  </>
                }
              />
            ))}
          </Rows>
        </div>
      )}
      {ending && (
        <div className="consent-end form-row-line">
          <span>{t('consents.withdrawFrom', { kind: t(`codes.consentKinds.${ending.kind}`) })}</span>
          <DateField
            label={t('consents.withdrawDay')}
            value={on}
            onChange={(day) => day && draft.change({ on: day })}
          />
          <Input
            size="small"
            aria-label={t('consents.withdrawWhy')}
            placeholder={t('consents.withdrawWhy')}
            maxLength={200}
            value={reason}
            onChange={(event) => draft.change({ reason: event.target.value })}
          />
          <Button
            size="small"
            danger
            loading={withdraw.isPending}
            onClick={() => withdraw.write({ consentId: ending.id, studentId, on, reason: reason.trim() })}
          >
            {t('consents.withdraw')}
          </Button>
          <Button size="small" type="text" onClick={forget}>
            {t('frame.cancel')}
          </Button>
          {withdraw.error && <ErrorState error={withdraw.error} />}
        </div>
      )}
    </>
  )

  function stateOf({ answer, withdrawnOn, validUntil }: Consent) {
    if (withdrawnOn) return <Tag>{t('consents.withdrawnOn', { day: formatDate(withdrawnOn, today) })}</Tag>
    if (answer === 'declines') return <Tag tone="amber">{t('codes.consentAnswers.declines')}</Tag>
    return validUntil && validUntil < today && <Tag>{t('consents.standings.expired')}</Tag>
  }
}
