import type { Role } from '#contract/procedure'

/** Roles that open records, or the log of who opened them: the director gives them (core/accounts.ts). */
export const OPENING_ROLES: readonly Role[] = ['counselor', 'director', 'supervisor']

/** As they stand on the screen: from whoever sees most to whoever sees least. */
export const ROLE_ORDER: readonly Role[] = ['counselor', 'director', 'duty', 'supervisor', 'administrator']
