import { useTranslation } from 'react-i18next'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract/all'
import { useFindingWords } from '#lib/finding-words'
import { formatDay } from '#lib/format'
import type { WhoLine } from '#lib/student-header'
import { SheetDialog } from '#ui/SheetDialog'

export type Booked = Awaited<ReturnType<ContractRouterClient<Contract>['appointments']['book']>>
type Props = { booked: Booked; who: WhoLine | null; onClose: () => void }

/** Of a repeated booking: what stands, and which weeks were left out and why. */
export function BookedSeries({ booked, who, onClose }: Props) {
  const { t } = useTranslation()
  const say = useFindingWords()
  return (
    <SheetDialog
      title={t('visits.bookedSeries', { n: booked.booked.length })}
      who={who}
      width={560}
      verb={t('visits.seen')}
      isVerbFirst
      onSubmit={onClose}
    >
      <p>{t('visits.leftOut')}</p>
      <ul className="booked-left-out">
        {booked.skipped.map(({ day, reason }) => (
          <li key={day}>
            <b>{formatDay(day)}</b> {say({ kind: reason, name: null, from: null, until: null, limit: null })}
          </li>
        ))}
      </ul>
    </SheetDialog>
  )
}
