import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { localOf } from '#contract/calendar'
import { draftFormOf } from '#contract/draft-forms'
import type { DraftLine } from '#contract/drafts'
import { openDialog } from '#lib/dialogs'
import { formatDate, formatTime } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'
import { placeOfDraft } from '#lib/draft-places'
import { DropDraft } from './DropDraft.tsx'

/** A form that was begun and not sent. */
export function DraftRow({ draft }: { draft: DraftLine }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const [isDropping, setDropping] = useState(false)
  const at = localOf(draft.savedAt)
  const form = t(`today.drafts.${draftFormOf(draft.form) ?? 'unknown'}`)
  const when = at.startsWith(today)
    ? t('today.begunAt', { time: formatTime(at) })
    : t('today.begunOn', { date: formatDate(at) })
  const goOn = async () => {
    const place = await placeOfDraft(draft).catch(() => null)
    if (place === null) void message.warning(t('today.draftHasNoPlace'))
    else if (typeof place === 'string') await navigate(place)
    else openDialog(place)
  }
  return (
    <>
      <Row
        name={draft.student?.name ?? form}
        hint={draft.student && form}
        second={[when, draft.student?.className].filter(Boolean).join(' · ')}
        state={<Tag tone="amber">{t('today.notSent')}</Tag>}
        verb={
          <>
            <Button size="small" type="text" onClick={() => setDropping(true)}>
              {t('today.dropDraft')}
            </Button>{' '}
            <Button size="small" onClick={() => void goOn()}>
              {t('today.continue')}
            </Button>
          </>
        }
      />
      {isDropping && <DropDraft draft={draft} title={form} onClose={() => setDropping(false)} />}
    </>
  )
}
