import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ConsentLine, Statement } from '#contract/consents'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import type { TagTone } from '#ui/Tag'
import { consentQueries } from './queries.ts'

/** The one word that says how a purpose stands, the most pressing first. */
const STANDINGS = [
  ['conflict', 'red', (line: ConsentLine) => line.conflict],
  ['declined', 'amber', ({ declinedBy, givenBy }: ConsentLine) => declinedBy.length > 0 && givenBy.length === 0],
  ['expired', 'amber', ({ expired }: ConsentLine) => expired],
  ['lacksGuardian', 'amber', ({ lacksGuardian, givenBy }: ConsentLine) => lacksGuardian && givenBy.length > 0],
  ['missing', 'amber', ({ missing, needed }: ConsentLine) => missing && needed],
  ['notAsked', 'plain', ({ missing, givenBy }: ConsentLine) => missing && givenBy.length === 0],
  ['partly', 'amber', ({ missing, declinedBy }: ConsentLine) => missing || declinedBy.length > 0],
  ['endsSoon', 'amber', ({ endsSoonOn }: ConsentLine) => endsSoonOn !== null],
  ['given', 'green', () => true],
] as const satisfies readonly (readonly [string, TagTone, (line: ConsentLine) => boolean])[]

const standingOf = (line: ConsentLine) => STANDINGS.find(([, , holds]) => holds(line)) ?? STANDINGS[8]
const isQuiet = (line: ConsentLine): boolean => standingOf(line)[0] === 'notAsked'

/** How it stands with every purpose, each with the way to record it; what nobody asked for yet stands in one line. */
export function ConsentLines({ studentId }: { studentId: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useWorkplace()
  const { data: lines, error, refetch } = useQuery(consentQueries.state(studentId))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const who = ({ signer, signerName, relation, givenOn, scope }: Statement): string =>
    [t(`codes.signers.${signer}`), relation, signerName, formatDate(givenOn, today), scope].filter(Boolean).join(' ')
  const said = ({ givenBy, declinedBy, endsSoonOn }: ConsentLine): string =>
    [
      givenBy.length > 0 && t('consents.agreedBy', { who: givenBy.map(who).join(t('students.listComma')) }),
      declinedBy.length > 0 && t('consents.declinedBy', { who: declinedBy.map(who).join(t('students.listComma')) }),
      endsSoonOn && t('consents.endsOn', { day: formatDate(endsSoonOn, today) }),
    ]
      .filter(Boolean)
      .join(' · ')
  const nameOf = ({ purpose, sharedWith }: ConsentLine): string =>
    [
      t(`codes.consentKinds.${purpose}`),
      sharedWith && t('consents.with', { whom: t(`codes.sharedWith.${sharedWith}`) }),
    ]
      .filter(Boolean)
      .join(' ')
  const keyOf = ({ purpose, sharedWith }: ConsentLine): string => `${purpose} ${sharedWith ?? ''}`
  const quiet = lines?.filter(isQuiet) ?? []
  const record = ({ purpose }: ConsentLine) => openDialog({ kind: 'consent', studentId, about: purpose })
  return (
    <>
      <Rows label={t('consents.title')}>
        {lines
          ?.filter((line) => !isQuiet(line))
          .map((line) => {
            const [standing, tone] = standingOf(line)
            return (
              <Row
                key={keyOf(line)}
                lead={<Tag tone={tone}>{t(`consents.standings.${standing}`)}</Tag>}
                name={nameOf(line)}
                hint={said(line)}
                verb={
                  may('consents.record') && (
                    <Button size="small" onClick={() => record(line)}>
                      {t('consents.record')}
                    </Button>
                  )
                }
              />
            )
          })}
      </Rows>
      {quiet.length > 0 && (
        <div className="consents-quiet">
          <Tag>{t('consents.standings.notAsked')}</Tag>
          {quiet.map((line) =>
            may('consents.record') ? (
              <Button key={keyOf(line)} size="small" type="text" onClick={() => record(line)}>
                {nameOf(line)}
              </Button>
            ) : (
              <span key={keyOf(line)}>{nameOf(line)}</span>
            ),
          )}
        </div>
      )}
    </>
  )
}
