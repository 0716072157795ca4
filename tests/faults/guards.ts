import type { Break } from './broken.ts'

const sessions = 'electron/loopback/sessions.ts'
const admission = 'electron/loopback/admission.ts'
const posting = "return refusedToAsk(asked.url, header, rules) ?? { ...admitted, method: 'POST' }"
const looking = "return refusedToLook(asked.url, header, rules) ?? { ...admitted, method: 'GET' }"

/** What keeps strangers out of the loopback host, each as it looks when it is gone. */
export const GUARDS = {
  token: { file: sessions, was: 'return !isVoid && both.every(Boolean)', becomes: 'return both.length > 0' },
  lockEndsSession: {
    file: sessions,
    was: 'return !isVoid && both.every(Boolean)',
    becomes: 'return both.every(Boolean)',
  },
  singleUse: { file: sessions, was: "if (isSpent) return 'replayed'", becomes: '' },
  host: {
    file: admission,
    was: "headers.get('host')?.length !== 1 || headers.get('host')?.[0] !== rules.address.host",
    becomes: 'false',
  },
  origin: { file: admission, was: "if (header('origin') !== address.origin) return refused(403)", becomes: '' },
  site: { file: admission, was: "if (header('sec-fetch-site') !== 'same-origin') return refused(403)", becomes: '' },
  mode: { file: admission, was: "if (header('sec-fetch-mode') === 'navigate') return refused(403)", becomes: '' },
  contentType: {
    file: admission,
    was: "if (header('content-type') !== 'application/json') return refused(415)",
    becomes: '',
  },
  posting: { file: admission, was: posting, becomes: "return { ...admitted, method: 'POST' }" },
  looking: { file: admission, was: looking, becomes: "return { ...admitted, method: 'GET' }" },
  owner: { file: 'electron/loopback/peer.ts', was: 'if (owner === undefined) return true', becomes: 'return true' },
  presence: {
    file: 'electron/loopback/presence.ts',
    was: "if (!line && goneBy !== undefined && now > goneBy) return stop('left')",
    becomes: '',
  },
  secretInFile: { file: 'electron/loopback/app-window.ts', was: 'pathToFileURL(page).href', becomes: 'launchAddress' },
  silentHost: {
    file: 'electron/loopback.ts',
    was: 'showing.show(loopback.launchAddress)',
    becomes: 'say(loopback.launchAddress), showing.show(loopback.launchAddress)',
  },
  inputsUnsaid: {
    file: 'electron/host/gate.ts',
    was: 'return await run(parts, procedure, input)',
    becomes: 'return (console.error(input), await run(parts, procedure, input))',
  },
  tempInMemory: { file: 'db/vault/open.ts', was: "['temp_store', 'MEMORY', 2]", becomes: "['temp_store', 'FILE', 1]" },
  /** No migration goes by way of a table that lies beside the vault. */
  noTempTable: {
    file: 'db/vault/migrate.ts',
    was: 'db.exec(step.sql)',
    becomes: 'db.exec(`CREATE TEMP TABLE old_${step.name} AS SELECT * FROM students`), db.exec(step.sql)',
  },
} as const satisfies Record<string, Break>
