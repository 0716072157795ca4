import type { Role } from '#contract/procedure'

/** As they stand on the screen: from whoever sees most to whoever sees least. */
export const ROLE_ORDER: readonly Role[] = ['counselor', 'director', 'duty', 'supervisor', 'administrator']
