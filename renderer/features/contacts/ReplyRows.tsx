import { Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { type ContactRules, replyDueOf } from '#contract/contact-rules'
import type { ContactFields } from '#contract/contacts'
import { DateField } from '#ui/DateField'
import { FormRow } from '#ui/FormRow'
import { MomentField } from '#ui/MomentField'

type Props = { fields: ContactFields; rules: ContactRules; onChange: (part: Partial<ContactFields>) => void }

/** Whether they wait for an answer and until when, and when one speaks again. */
export function ReplyRows({ fields, rules, onChange }: Props) {
  const { t } = useTranslation()
  const rule = replyDueOf(rules, fields.kind, fields.at)
  const isLater = fields.replyDue !== null && fields.replyDue > rule
  return (
    <>
      <FormRow label={t('contacts.reply')}>
        <div className="form-row-line">
          <Checkbox checked={fields.awaitsReply} onChange={(event) => onChange({ awaitsReply: event.target.checked })}>
            {t('contacts.awaits')}
          </Checkbox>
          {fields.awaitsReply && (
            <>
              <MomentField
                label={t('contacts.replyDue')}
                value={fields.replyDue ?? rule}
                onChange={(replyDue) => onChange({ replyDue })}
              />
              {isLater && (
                <Input
                  aria-label={t('contacts.dueReason')}
                  placeholder={t('contacts.dueReason')}
                  style={{ width: 260 }}
                  maxLength={200}
                  value={fields.dueReason}
                  onChange={(event) => onChange({ dueReason: event.target.value })}
                />
              )}
            </>
          )}
        </div>
      </FormRow>
      <FormRow label={t('contacts.next')}>
        <div className="form-row-line">
          <DateField
            label={t('contacts.nextOn')}
            value={fields.nextOn}
            isClearable
            onChange={(nextOn) => onChange({ nextOn })}
          />
          {fields.nextOn && (
            <Input
              aria-label={t('contacts.nextTopic')}
              placeholder={t('contacts.nextTopic')}
              style={{ width: 320 }}
              maxLength={200}
              value={fields.nextTopic}
              onChange={(event) => onChange({ nextTopic: event.target.value })}
            />
          )}
        </div>
      </FormRow>
    </>
  )
}
