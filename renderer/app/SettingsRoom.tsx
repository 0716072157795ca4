import { lazy } from 'react'
import { SettingsPage } from '#features/settings/SettingsPage'
import type { SettingSection } from '#features/settings/SettingsPage'

/** Sections of the settings that other features bring. */
const brought: readonly SettingSection[] = [
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
