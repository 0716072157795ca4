import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ConferenceFields } from '#contract/conferences'
import type { Guardian } from '#contract/students'
import { useWorkplace } from '#lib/workplace'

type Attendees = ConferenceFields['attendees']
const MOST = 20
type Props = {
  attendees: Attendees
  guardians: readonly Guardian[]
  headTeacher: string | null
  onChange: (attendees: Attendees) => void
}

/** Who was there: those who are known by a click, others by name and role. */
export function AttendeeLines({ attendees, guardians, headTeacher, onChange }: Props) {
  const { t } = useTranslation()
  const { me } = useWorkplace()
  const known: Attendees = [
    { name: me.name, role: t('codes.roles.counselor') },
    ...guardians.map(({ name, relation }) => ({ name, role: relation })),
    ...(headTeacher ? [{ name: headTeacher, role: t('codes.relations.class-teacher') }] : []),
  ]
  const missing = known.filter(({ name }) => name !== '' && !attendees.some((one) => one.name === name))
  const set = (index: number, part: Partial<Attendees[number]>) =>
    onChange(attendees.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <div className="conference-attendees">
      {attendees.map((one, index) => (
        <div className="form-row-line" key={index}>
          <Input
            aria-label={t('conferences.attendeeName', { n: index + 1 })}
            placeholder={t('conferences.name')}
            style={{ width: 180 }}
            autoFocus={one.name === ''}
            maxLength={200}
            value={one.name}
            onChange={(event) => set(index, { name: event.target.value })}
          />
          <Input
            aria-label={t('conferences.attendeeRole', { n: index + 1 })}
            placeholder={t('conferences.role')}
            style={{ width: 180 }}
            maxLength={200}
            value={one.role}
            onChange={(event) => set(index, { role: event.target.value })}
          />
          <Button
            type="text"
            size="small"
            aria-label={t('conferences.removeAttendee', { n: index + 1 })}
            onClick={() => onChange(attendees.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </div>
      ))}
      {attendees.length < MOST && (
        <div className="form-row-line">
          {missing.map((one) => (
            <Button key={one.name} size="small" onClick={() => onChange([...attendees, one])}>
              + {one.name}
            </Button>
          ))}
          <Button size="small" type="text" onClick={() => onChange([...attendees, { name: '', role: '' }])}>
            {t('conferences.addAttendee')}
          </Button>
        </div>
      )}
    </div>
  )
}
