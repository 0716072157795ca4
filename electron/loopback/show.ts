import { type AppWindow, openAppWindow } from './app-window.ts'
import { findBrowser } from './find-browser.ts'
import { hasDisplay, type Wishes } from './wishes.ts'

/** Minutes that the launch address waits: a window opens by itself, a person may be busy. */
const MINUTES = { window: 1, address: 10 }

type Options = { wishes: Wishes; say: (line: string) => void; onLeft: () => void }

/** A window where there is a display and a browser, else (and when the window does not come up) one printed address. */
export const chooseShowing = ({ wishes, say, onLeft }: Options) => {
  const browser = wishes.addressOnly || !hasDisplay() ? undefined : findBrowser()
  const minutes = browser ? MINUTES.window : MINUTES.address
  let window: AppWindow | undefined
  let isLaunched = false

  const print = (address: string) => {
    say(`请在本机的 Chrome、Edge 或 Chromium 中打开下面的地址（${minutes} 分钟内有效，只能用一次）：`)
    say(`Open this address on this computer in Chrome, Edge or Chromium (works once, within ${minutes} min):`)
    say(address)
  }
  return {
    launchLifeMs: minutes * 60_000,
    show: (address: string): void => {
      if (!browser) return print(address)
      window = openAppWindow(browser, address)
      window.onClosed(() => (isLaunched ? onLeft() : print(address)))
    },
    launched: (): void => {
      isLaunched = true
      window?.forgetAddress()
    },
    close: async (): Promise<void> => window?.close(),
  }
}
