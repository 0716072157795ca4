import { isContractProcedure } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { navPagesOf } from '#app/routes'
import { contract } from '#contract/all'
import { ROLES, type ProcedureMeta, type Role } from '#contract/procedure'
import type { Alarm } from '#contract/vault'
import { RIGHTS, type Right, worksIn, WRITING } from '#lib/rights'

const metaOf = (path: string): ProcedureMeta => {
  const [feature = '', verb = ''] = path.split('.')
  const call: unknown = (contract as Record<string, Record<string, unknown>>)[feature]?.[verb]
  if (!isContractProcedure(call)) throw new Error(`there is no call ${path}`)
  return call['~orpc'].meta as ProcedureMeta
}

it.each(Object.entries(RIGHTS))('%s is offered to those whom the gate lets through', (path, roles) => {
  expect([...roles].toSorted()).toEqual([...(metaOf(path).roles ?? [])].toSorted())
})

describe('in a room that is open for reading only', () => {
  const rights = Object.keys(RIGHTS) as Right[]
  const alarmed = (kind: Alarm['kind']) => ({
    state: 'read-only' as const,
    alarm: { kind, lost: null, lastGoodAt: null },
  })
  it('nothing is offered that the gate would refuse, but for the crisis key', () => {
    const refused = rights.filter((right) => {
      const meta = metaOf(right)
      return meta.kind === 'lifecycle' ? !meta.states.includes('read-only') : meta.kind === 'write'
    })
    expect([...WRITING, 'crises.open'].toSorted()).toEqual(refused.toSorted())
    expect(rights.filter((right) => !worksIn(alarmed('pages'), right)).toSorted()).toEqual([...WRITING].toSorted())
  })
  it('a note is still written while only the disk is full', () => {
    expect(worksIn(alarmed('disk-full'), 'notes.save')).toBe(true)
    expect(worksIn(alarmed('disk-full'), 'visits.register')).toBe(false)
    expect(rights.every((right) => worksIn({ state: 'unlocked', alarm: null }, right))).toBe(true)
  })
})

describe('what stands in the sidebar', () => {
  const pagesOf = (...roles: Role[]) => navPagesOf({ id: '', name: '', sex: null, roles }).map(({ nav }) => nav)
  it('the duty desk: who comes, today and in the calendar, and what is handed in', () =>
    expect(pagesOf('duty')).toEqual(['today', 'calendar', 'registers', 'settings']))
  it('a supervisor: cases without names, and numbers', () =>
    expect(pagesOf('supervisor')).toEqual(['supervision', 'reports', 'settings']))
  it('who looks after the machine: nothing of the records', () =>
    expect(pagesOf('administrator')).toEqual(['backups', 'settings']))
  it('a counselor who is all of it at once has no page twice', () => {
    expect(pagesOf(...ROLES)).toEqual(pagesOf('counselor', 'director'))
    expect(pagesOf(...ROLES)).not.toContain('supervision')
  })
})
