import { Button } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFindingWords } from '#lib/finding-words'
import { formatDay, formatTime } from '#lib/format'
import { Kbd } from '#ui/Kbd'
import { useBlockWords } from './use-block-words.ts'
import type { Moved } from './use-moves.ts'

/** So long the way back is offered. */
const STAYS_MS = 12_000

/** Says what was just moved, and takes it back. */
export function MovedBar({ moved, onUndo, onGone }: { moved: Moved; onUndo: () => void; onGone: () => void }) {
  const { t } = useTranslation()
  const say = useFindingWords()
  const { nameOf } = useBlockWords()
  const gone = useEffectEvent(onGone)
  useEffect(() => {
    const wait = setTimeout(gone, STAYS_MS)
    return () => clearTimeout(wait)
  }, [])
  const { line, place, isUndo, skipped, told } = moved
  const when = `${formatDay(place.from)} ${formatTime(place.from)}–${formatTime(place.until)}`
  const words = [
    t(isUndo ? 'calendar.undone' : 'calendar.moved', { name: nameOf(line), when }),
    skipped > 0 && t('calendar.skipped', { n: skipped }),
    ...told.filter(({ weight }) => weight === 'tells').map(say),
  ]
  return (
    <div className="cal-moved" role="status">
      <span>{words.filter(Boolean).join(' · ')}</span>
      {!isUndo && (
        <Button size="small" type="text" aria-keyshortcuts="Control+Z" onClick={onUndo}>
          {t('calendar.undo')}
          <Kbd keys="Ctrl Z" />
        </Button>
      )}
    </div>
  )
}
