import type { Page } from 'playwright-core'

/** What a curious student may try to get out of the form (security.md Q1). Keys that never reach a page are the shell's. */
export type Escape = { name: string; attempt: (page: Page) => Promise<unknown> }

const press = (keys: string): Escape => ({ name: keys, attempt: (page) => page.keyboard.press(keys) })
const LETTERS = [...'acdefghijlmnopqrstuvwxyz']
const keys: Escape[] = [
  ...LETTERS.map((letter) => press(`Control+${letter}`)),
  ...LETTERS.map((letter) => press(`Alt+${letter}`)),
  ...[...'cijkmnprst'].map((letter) => press(`Control+Shift+${letter}`)),
  ...Array.from({ length: 12 }, (_, i) => press(`F${i + 1}`)),
  ...['F4', 'ArrowLeft', 'ArrowRight', 'Home', 'Enter'].map((key) => press(`Alt+${key}`)),
  ...['0', '1', '9', '-', '=', 'Tab', 'PageUp', 'PageDown', 'F4', 'F5', 'Enter'].map((key) => press(`Control+${key}`)),
  ...['Delete', 'Tab', 'F5'].map((key) => press(`Control+Shift+${key}`)),
  ...['Escape', 'ContextMenu', 'PrintScreen', 'Meta', 'Meta+l', 'Meta+r', 'Shift+F10', 'Shift+Escape'].map(press),
]

const run = (name: string, script: string): Escape => ({
  name,
  attempt: (page) => page.evaluate(script).catch(() => {}),
})
const addresses = [
  'about:blank',
  'chrome://settings',
  'view-source:http://127.0.0.1/',
  'file:///etc/passwd',
  'javascript:document.title="out"',
  'data:text/html,out',
  'blob:out',
  'devtools://devtools/bundled/inspector.html',
]
const pages: Escape[] = [
  ...addresses.map((to) => run(`opens ${to} in a window`, `void window.open(${JSON.stringify(to)})`)),
  run('opens a window of its own', `void window.open(location.href, '_blank', 'width=200,height=200')`),
  ...addresses
    .filter((to) => /^(javascript|data|view-source|file|chrome|devtools)/.test(to))
    .map((to) =>
      run(
        `follows a link to ${to}`,
        `{
      const link = document.createElement('a'); link.href = ${JSON.stringify(to)}; document.body.append(link); link.click(); link.remove()
    }`,
      ),
    ),
  run(
    'sends a form away',
    `{
    const form = document.createElement('form'); form.action = '/rpc/students/list'; form.method = 'post'
    document.body.append(form); form.submit(); form.remove()
  }`,
  ),
  run(
    'frames another page',
    `{
    const frame = document.createElement('iframe'); frame.src = '/'; document.body.append(frame); setTimeout(() => frame.remove(), 50)
  }`,
  ),
  run(
    'runs a script out of text',
    `{
    const script = document.createElement('script'); try { script.text = 'document.title = "out"' } catch {}
    document.body.append(script); script.remove()
  }`,
  ),
  run('goes back', 'history.back()'),
  run('goes back far', 'history.go(-5)'),
  run('goes on', 'history.forward()'),
  run('changes the address after the #', `location.hash = 'students'`),
  run('prints', 'window.print()'),
  run('asks for the whole screen', 'void document.documentElement.requestFullscreen().catch(() => {})'),
  run('closes the window', 'window.close()'),
  run('starts a worker', `try { navigator.serviceWorker?.register('/sw.js').catch(() => {}) } catch {}`),
  run('asks for a file', `void window.showOpenFilePicker?.().catch(() => {})`),
  run('reads the clipboard', `void navigator.clipboard?.readText().catch(() => {})`),
  run('selects and copies everything', `document.execCommand('selectAll'); document.execCommand('copy')`),
]

const DROP = `{
  const data = new DataTransfer()
  data.setData('text/html', '<a href="https://example.invalid">out</a>')
  data.items.add(new File(['out'], 'out.html', { type: 'text/html' }))
  const target = document.querySelector('.kiosk')
  for (const kind of ['dragenter', 'dragover', 'drop'])
    target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }))
}`
const PASTE = `{
  const data = new DataTransfer()
  data.setData('text/html', '<img src=x onerror="document.title=1">')
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }))
}`
const hands: Escape[] = [
  { name: 'right click', attempt: (page) => page.mouse.click(600, 300, { button: 'right' }) },
  { name: 'middle click', attempt: (page) => page.mouse.click(600, 300, { button: 'middle' }) },
  {
    name: 'zooms with the wheel',
    async attempt(page) {
      await page.keyboard.down('Control')
      await page.mouse.wheel(0, -400)
      await page.keyboard.up('Control')
    },
  },
  run('drops a file', DROP),
  run('pastes markup', PASTE),
  {
    name: 'tabs out of the page',
    async attempt(page) {
      for (let i = 0; i < 30; i++) await page.keyboard.press('Tab')
    },
  },
  {
    name: 'long press',
    async attempt(page) {
      await page.mouse.move(600, 300)
      await page.mouse.down()
      await page.waitForTimeout(600)
      await page.mouse.up()
    },
  },
  run(
    'composes with an input method',
    `document.activeElement.dispatchEvent(new CompositionEvent('compositionend', { data: '<b>' }))`,
  ),
  { name: 'loads the page anew', attempt: (page) => page.reload() },
  run('loads the page anew by script', 'location.reload()'),
]

export const ESCAPES: readonly Escape[] = [...keys, ...pages, ...hands]
