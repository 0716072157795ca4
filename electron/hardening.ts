import { app, type Event, type WebContents } from 'electron'
import { isOurs } from '#electron/origin'

/** Command-line switches that would open the room from outside; `proxy-…` and `inspect…` count by their beginning. */
const DANGEROUS_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'js-flags',
  'user-data-dir',
  'load-extension',
  'log-net-log',
  'host-rules',
  'host-resolver-rules',
  'no-sandbox',
  'disable-web-security',
  'ignore-certificate-errors',
  'enable-logging',
  'log-file',
  'crash-dumps-dir',
]
const DANGEROUS_BEGINNINGS = ['inspect', 'proxy-', 'no-proxy', 'debug-', 'experimental-', 'unsafely-']

export const isDangerousArgument = (argument: string): boolean => {
  if (!argument.startsWith('-') && !argument.startsWith('/')) return false
  const name = argument
    .replace(/^(?:--?|\/)/, '')
    .replace(/[=:].*$/s, '')
    .toLowerCase()
  return DANGEROUS_SWITCHES.includes(name) || DANGEROUS_BEGINNINGS.some((beginning) => name.startsWith(beginning))
}

/** True when the room was started with a debugging, rerouting or unprotecting switch. */
export const wasStartedDangerously = (argv: readonly string[] = process.argv): boolean =>
  argv.slice(1).some(isDangerousArgument) || DANGEROUS_SWITCHES.some((name) => app.commandLine.hasSwitch(name))

/** Before `ready`: every renderer in the sandbox, and nothing in Chromium that looks for a network. */
export const hardenApp = (): void => {
  app.enableSandbox()
  for (const name of QUIET_SWITCHES) app.commandLine.appendSwitch(name)
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

const QUIET_SWITCHES = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'disable-quic',
  'no-pings',
  'disable-http-cache',
]

/** A page stays where it is: no other address, no second window, no webview. */
const confine = (contents: WebContents): void => {
  const stay = (event: Event<{ url: string }>) => {
    if (!isOurs(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // A page must not be able to hold a window open that has to close.
  contents.on('will-prevent-unload', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
