import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { localOf } from '#contract/calendar'
import { openDialog } from '#lib/dialogs'
import { formatDate, formatTime } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'
import { draftAboutQuery } from './draft-about.ts'
import type { DraftLine } from './draft-about.ts'

/** A form that was begun and not sent. */
export function DraftRow({ draft }: { draft: DraftLine }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const { data: about } = useQuery(draftAboutQuery(draft))
  if (!about) return null
  const { name, path, request } = about
  const at = localOf(draft.savedAt)
  const form = t(`today.drafts.${draft.form.split(' ')[0]}`)
  const when = at.startsWith(today)
    ? t('today.begunAt', { time: formatTime(at) })
    : t('today.begunOn', { date: formatDate(at) })
  return (
    <Row
      name={name ?? form}
      hint={[name !== null && form, when].filter(Boolean).join(' · ')}
      state={<Tag tone="amber">{t('today.notSent')}</Tag>}
      verb={
        <Button
          size="small"
          onClick={() => {
            if (request) openDialog(request)
            else if (path) void navigate(path)
          }}
        >
          {t('today.continue')}
        </Button>
      }
    />
  )
}
