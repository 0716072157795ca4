import { useTranslation } from 'react-i18next'
import { CASE_PLACES, goToPlace } from '#lib/case-places'

/** The panels of a case by name; it stays in sight, so that the last one is a click away. */
export function CaseNav() {
  const { t } = useTranslation()
  return (
    <div role="group" className="case-nav" aria-label={t('cases.placesOf')}>
      {CASE_PLACES.map((place) => (
        <button key={place} type="button" onClick={() => goToPlace(place)}>
          {t(`cases.places.${place}`)}
        </button>
      ))}
    </div>
  )
}
