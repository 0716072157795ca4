import type { ReactNode } from 'react'

/** One line of the search box: what it is and what Enter does. */
export type Find = {
  key: string
  group: 'people' | 'notes' | 'newcomers' | 'actions' | 'pages'
  name: string
  hint?: ReactNode
  mark?: ReactNode
  run: () => void
}

const folded = (text: string) => text.toLowerCase().replaceAll(/\s/g, '')

/** Whether a page or action answers to what was typed; `also` holds pinyin and the other language. */
export const answersTo = (text: string, ...also: string[]): boolean =>
  also.some((one) => folded(one).includes(folded(text)))
