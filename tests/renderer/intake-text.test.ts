import { expect, it } from 'vitest'
import { emptyIntake } from '#contract/intake-parts'
import { withKnown, withoutKnown } from '#lib/intake-text'

const start = { ...emptyIntake('2026-11-21'), problem: '睡不好' }
const after = withKnown(start, { parts: { problem: '和同学争吵', family: '与外婆同住' }, methods: ['talk'] })

it('what was brought in is taken out, and what was there before stays', () => {
  const out = { ...after, ...withoutKnown(after, { before: start, after }) }
  expect(out).toEqual(start)
})

it('a word written since is never taken out with what was brought in', () => {
  const typed = { ...after, problem: `${after.problem}，上周起`, needs: '想换座位' }
  const out = { ...typed, ...withoutKnown(typed, { before: start, after }) }
  expect(out).toMatchObject({ problem: typed.problem, needs: '想换座位', family: '' })
})
