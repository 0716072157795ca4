import { useTranslation } from 'react-i18next'
import type { SupportPerson } from '#contract/contacts'

/** 可知：…, in the words of the agreement; amber where nothing is agreed or confirmed. */
export function MayKnowLine({ person }: { person: SupportPerson | undefined }) {
  const { t } = useTranslation()
  if (!person || person.mayKnow.length === 0)
    return <span className="contacts-warning">{t('contacts.nothingAgreed')}</span>
  const topics = person.mayKnow.map((topic) => t(`codes.mayKnow.${topic}`)).join(t('contacts.comma'))
  return (
    <span className={person.confirmedAt === null ? 'contacts-warning' : undefined}>
      {t('contacts.mayKnow', { topics })}
      {person.confirmedAt === null && ` · ${t('contacts.unconfirmed')}`}
    </span>
  )
}
