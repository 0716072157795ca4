import { useEffect, useState } from 'react'
import type { Preferences } from '#contract/settings'

export type Shade = 'light' | 'dark'

const systemDark = () => window.matchMedia('(prefers-color-scheme: dark)')

/** Paints the page light or dark at once; the variables of app.css hang on it. */
export const paintShade = (shade: Shade): void => {
  document.documentElement.dataset['theme'] = shade
}

export const systemShade = (): Shade => (systemDark().matches ? 'dark' : 'light')

/** The shade that a preference means now; follows the system while it says so. */
export const useShade = (wanted: Preferences['theme']): Shade => {
  const [system, setSystem] = useState<Shade>(systemShade)
  useEffect(() => {
    const query = systemDark()
    const follow = () => setSystem(query.matches ? 'dark' : 'light')
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  const shade = wanted === 'system' ? system : wanted
  useEffect(() => paintShade(shade), [shade])
  return shade
}
