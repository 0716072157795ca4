import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Bridge, PORT_MESSAGE } from '#contract/bridge'
import { CHANNELS } from '#electron/channels'
import { type Fake, freshFake, PATIENCE } from '#tests/electron/start-shell'

vi.mock('electron', () => import('#tests/electron/fake-electron'))

let fake: Fake
let bridge: Bridge
const postMessage = vi.fn<(message: string, origin: string, ports: unknown[]) => void>()

beforeEach(async () => {
  fake = await freshFake()
  postMessage.mockClear()
  vi.stubGlobal('window', { location: { origin: 'app://quietroom' }, postMessage })
  await import('#electron/preload')
  bridge = fake.exposed.get('quietroom') as Bridge
})

describe('the bridge', () => {
  it('E20 is one frozen object of named functions', () => {
    expect([...fake.exposed.keys()]).toEqual(['quietroom'])
    expect(Object.isFrozen(bridge)).toBe(true)
    expect(Object.keys(bridge).sort()).toEqual([
      'chooseFolder',
      'connect',
      'lock',
      'onLock',
      'platform',
      'print',
      'save',
    ])
  })
  it('E20 says only what it was made for, whatever the page passes', async () => {
    const loose = bridge as unknown as Record<string, (...args: unknown[]) => unknown>
    loose.connect?.('room:save', '/etc/passwd')
    loose.lock?.('room:print')
    await loose.print?.({ silent: true })
    await loose.save?.('a.csv', new Uint8Array([1]), 'more')
    expect(await loose.chooseFolder?.('/etc')).toBeNull()
    expect(fake.callsOf('ipcRenderer.invoke')).toEqual([
      [CHANNELS.connect],
      [CHANNELS.lock],
      [CHANNELS.print],
      [CHANNELS.save, 'a.csv', new Uint8Array([1])],
      [CHANNELS.chooseFolder],
    ])
  })
  it('E20 gives the page the port and nothing of the event, to our origin only', () => {
    fake.ipcRenderer.emit(CHANNELS.port, { ports: ['port'], sender: 'secret' })
    expect(postMessage.mock.calls).toEqual([[PORT_MESSAGE, 'app://quietroom', ['port']]])
  })
  it('E20 tells listeners of the lock without an event, waits for them, then says ready', async () => {
    let putAway = () => {}
    const told: unknown[][] = []
    bridge.onLock((...args: unknown[]) => {
      told.push(args)
      return new Promise<void>((resolve) => (putAway = resolve))
    })
    fake.ipcRenderer.emit(CHANNELS.locking, { sender: 'secret' })
    await Promise.resolve()
    expect(told).toEqual([[]])
    expect(fake.callsOf('ipcRenderer.invoke')).toEqual([])
    putAway()
    await vi.waitFor(() => expect(fake.callsOf('ipcRenderer.invoke')).toEqual([[CHANNELS.readyToLock]]), PATIENCE)
  })
  it('says ready although a listener fails, and no more to one that has gone', async () => {
    const gone = vi.fn<() => void>()
    bridge.onLock(gone)()
    bridge.onLock(() => {
      throw new Error('draft')
    })
    fake.ipcRenderer.emit(CHANNELS.locking, {})
    await vi.waitFor(() => expect(fake.callsOf('ipcRenderer.invoke')).toEqual([[CHANNELS.readyToLock]]), PATIENCE)
    expect(gone).not.toHaveBeenCalled()
  })
})
