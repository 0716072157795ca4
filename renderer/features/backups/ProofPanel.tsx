import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { localOf } from '#contract/calendar'
import type { BackupStatus } from '#contract/backups'
import { client } from '#lib/client'
import { formatMoment } from '#lib/format'
import { paths } from '#lib/paths'
import { queryClient } from '#lib/query'
import { useMay } from '#lib/rights'
import { useNow } from '#lib/use-now'
import { useWorkplace } from '#lib/workplace'
import { Panel } from '#ui/Panel'
import { Tag } from '#ui/Tag'
import type { TagTone } from '#ui/Tag'
import { Refusal } from './Refusal.tsx'
import { RunProgress } from './RunProgress.tsx'
import { TroubleNote } from './TroubleNote.tsx'

const DAY_MS = 86_400_000
const look = () => queryClient.invalidateQueries({ queryKey: ['backups'] })

/** Whether a backup would really come back: the last rehearsal, the last full check, and the paper about them. */
export function ProofPanel({ status }: { status: BackupStatus }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const { today } = useWorkplace()
  const now = useNow(60_000)
  const rehearse = useMutation({ mutationFn: () => client.backups.rehearse({}), onSettled: look })
  const checkVault = useMutation({ mutationFn: () => client.backups.checkVault({}), onSettled: look })
  const { rehearsal, check, running, schedule } = status
  const error = rehearse.error ?? checkVault.error
  const at = (instant: string) => formatMoment(localOf(instant), today)
  const daysSince = rehearsal ? Math.floor((now - Date.parse(rehearsal.at)) / DAY_MS) : 0
  const isOld = daysSince > schedule.rehearseEveryDays
  return (
    <Panel
      title={t('backup-proof.title')}
      extra={
        may('prints.preview') && (
          <Button
            size="small"
            disabled={!rehearsal}
            title={t('backup-proof.printHint')}
            onClick={() => void navigate(paths.print('backup-certificate', 'room'))}
          >
            {t('backup-proof.print')}
          </Button>
        )
      }
    >
      <Proof
        name={t('backup-proof.rehearsal')}
        tag={
          rehearsal &&
          (rehearsal.ok
            ? isOld
              ? ['amber', t('backup-proof.old', { days: daysSince })]
              : ['green', t('backup-proof.passed')]
            : ['amber', t('backup-proof.notPassed')])
        }
        words={
          rehearsal
            ? t(rehearsal.ok ? 'backup-proof.rehearsed' : 'backup-proof.rehearsedBadly', {
                ...rehearsal,
                place: rehearsal.place || t('backups.places.here'),
                at: at(rehearsal.at),
                madeAt: rehearsal.madeAt ? at(rehearsal.madeAt) : '—',
              })
            : t('backup-proof.neverRehearsed')
        }
        verb={
          <Button
            size="small"
            loading={rehearse.isPending}
            disabled={running !== null || !status.places.some(({ newest }) => newest)}
            onClick={() => rehearse.mutate()}
          >
            {t('backup-proof.rehearse')}
          </Button>
        }
      >
        {running?.what === 'rehearsal' && <RunProgress running={running} />}
        {rehearsal?.trouble && <TroubleNote trouble={rehearsal.trouble} />}
      </Proof>
      <Proof
        name={t('backup-proof.check')}
        tag={check && (check.ok ? ['green', t('backup-proof.passed')] : ['red', t('backup-proof.notPassed')])}
        words={
          check
            ? t(check.ok ? 'backup-proof.checked' : 'backup-proof.checkedBadly', { ...check, at: at(check.at) })
            : t('backup-proof.neverChecked')
        }
        verb={
          <Button
            size="small"
            loading={checkVault.isPending}
            disabled={running !== null}
            onClick={() => checkVault.mutate()}
          >
            {t('backup-proof.checkNow')}
          </Button>
        }
      >
        {running?.what === 'check' && <RunProgress running={running} />}
      </Proof>
      {error && <Refusal error={error} what={t('backup-proof.failed')} />}
    </Panel>
  )
}

type ProofProps = {
  name: string
  tag: [TagTone, string] | null
  words: string
  verb: ReactNode
  children?: ReactNode
}

function Proof({ name, tag, words, verb, children }: ProofProps) {
  return (
    <div className="proof">
      <div className="proof-head">
        <strong>{name}</strong>
        {tag && <Tag tone={tag[0]}>{tag[1]}</Tag>}
        <span className="proof-verb">{verb}</span>
      </div>
      <p className="backups-line">{words}</p>
      {children}
    </div>
  )
}
