import { useTranslation } from 'react-i18next'
import { useSession } from '#lib/session'
import { Kbd } from './Kbd.tsx'

/** Looks like the field it opens. */
export function SearchButton() {
  const { t } = useTranslation()
  const setSearchOpen = useSession((session) => session.setSearchOpen)
  return (
    <button type="button" className="search-button" aria-keyshortcuts="Control+K" onClick={() => setSearchOpen(true)}>
      {t('frame.search')}
      <Kbd keys="Ctrl K" />
    </button>
  )
}
