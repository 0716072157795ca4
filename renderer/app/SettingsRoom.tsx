import { lazy } from 'react'
import { SettingsPage } from '#features/settings/SettingsPage'
import type { SettingSection } from '#features/settings/SettingsPage'

/** Sections of the settings that other features bring. */
const brought: readonly SettingSection[] = [
  {
    section: 'hours',
    needs: 'hours.saveWeekly',
    Part: lazy(() => import('#features/hours/HoursSection').then((file) => ({ default: file.HoursSection }))),
  },
  {
    section: 'roster',
    needs: 'hours.get',
    Part: lazy(() => import('#features/hours/RosterSection').then((file) => ({ default: file.RosterSection }))),
  },
  {
    section: 'contacts',
    needs: 'contacts.saveRules',
    Part: lazy(() =>
      import('#features/contacts/ContactRulesSection').then((file) => ({ default: file.ContactRulesSection })),
    ),
  },
  {
    section: 'cases',
    needs: 'cases.saveRules',
    Part: lazy(() => import('./CaseSettings.tsx').then((file) => ({ default: file.CaseSettings }))),
  },
  {
    section: 'papers',
    needs: 'consents.saveTexts',
    Part: lazy(() => import('#features/consents/PapersSection').then((file) => ({ default: file.PapersSection }))),
  },
  {
    section: 'people',
    needs: 'accounts.changePassword',
    Part: lazy(() => import('#features/accounts/PeopleSection').then((file) => ({ default: file.PeopleSection }))),
  },
  {
    section: 'bin',
    needs: 'revisions.bin',
    Part: lazy(() => import('#features/revisions/BinPanel').then((file) => ({ default: file.BinPanel }))),
  },
  {
    section: 'log',
    needs: 'audit.list',
    Part: lazy(() => import('#features/audit/LogPanel').then((file) => ({ default: file.LogPanel }))),
  },
]

export const SettingsRoom = () => <SettingsPage brought={brought} />
