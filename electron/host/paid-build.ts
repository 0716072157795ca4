/** Put in by `vite.config.ts`; absent when the host runs from source. */
declare const __PAID_BUILD__: boolean | undefined

/** Whether this build is sold (`npm run package -- --paid`): it withholds what may not be used commercially. */
export const PAID_BUILD: boolean = typeof __PAID_BUILD__ !== 'undefined' && __PAID_BUILD__
