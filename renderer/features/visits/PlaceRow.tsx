import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'

const PLACES = ['room', 'group', 'office', 'classroom', 'home'] as const

/** Where it takes place: one of the usual rooms, or another in words. */
export function PlaceRow({ place, onChange }: { place: string; onChange: (place: string) => void }) {
  const { t } = useTranslation()
  const { school } = useWorkplace()
  const places = [...new Set([school.roomName, ...PLACES.map((one) => t(`visits.places.${one}`))].filter(Boolean))]
  return (
    <FormRow label={t('visits.place')}>
      <div className="form-row-line">
        <Chips
          label={t('visits.place')}
          value={place}
          options={places.map((one) => ({ value: one, label: one }))}
          onChange={onChange}
        />
        <Input
          style={{ width: 150 }}
          size="small"
          maxLength={200}
          aria-label={t('visits.otherPlace')}
          placeholder={t('visits.otherPlace')}
          value={places.includes(place) ? '' : place}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </FormRow>
  )
}
