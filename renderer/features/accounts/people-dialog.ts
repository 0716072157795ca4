import type { AccountLine } from '#contract/accounts'

type Named = { id: string; name: string }
/** What stands open above the list of people. */
export type PeopleDialog =
  | { kind: 'add' | 'password' | 'recovery' }
  | { kind: 'roles' | 'close'; person: AccountLine }
  | { kind: 'help' | 'hand-over'; person: Named }
export type Ask = (dialog: PeopleDialog) => void
