/** Put in by `vite.config.ts`; absent when the host runs from source. */
declare const __PROGRAM_VERSION__: string | undefined

/** Which program made a set; for people, nothing depends on it. */
export const PROGRAM = `Quietroom ${typeof __PROGRAM_VERSION__ === 'undefined' ? 'from source' : __PROGRAM_VERSION__}`
