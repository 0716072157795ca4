import type { Visitor } from './visitor.ts'

/** `height` shows a long page whole. */
export type Screen = { name: string; height?: number; reach(visitor: Visitor): Promise<unknown> }

/** Screens to which the same way leads, each with its last step. */
export const from = (way: Screen['reach'], steps: [name: string, step: Screen['reach']][]): Screen[] =>
  steps.map(([name, step]) => ({
    name,
    async reach(v) {
      await way(v)
      await step(v)
    },
  }))
