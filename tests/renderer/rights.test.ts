import { isContractProcedure } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { navPagesOf } from '#app/routes'
import { contract } from '#contract/all'
import { ROLES, type ProcedureMeta, type Role } from '#contract/procedure'
import { RIGHTS } from '#lib/rights'

it.each(Object.entries(RIGHTS))('%s is offered to those whom the gate lets through', (path, roles) => {
  const [feature = '', verb = ''] = path.split('.')
  const call: unknown = (contract as Record<string, Record<string, unknown>>)[feature]?.[verb]
  if (!isContractProcedure(call)) throw new Error(`there is no call ${path}`)
  const meta = call['~orpc'].meta as ProcedureMeta
  expect([...roles].toSorted()).toEqual([...(meta.roles ?? [])].toSorted())
})

describe('what stands in the sidebar', () => {
  const pagesOf = (...roles: Role[]) => navPagesOf({ id: '', name: '', sex: null, roles }).map(({ nav }) => nav)
  it('the duty desk: who comes today', () => expect(pagesOf('duty')).toEqual(['today', 'settings']))
  it('a supervisor: cases without names, and numbers', () =>
    expect(pagesOf('supervisor')).toEqual(['supervision', 'reports', 'settings']))
  it('who looks after the machine: nothing of the records', () =>
    expect(pagesOf('administrator')).toEqual(['backups', 'settings']))
  it('a counselor who is all of it at once has no page twice', () => {
    expect(pagesOf(...ROLES)).toEqual(pagesOf('counselor', 'director'))
    expect(pagesOf(...ROLES)).not.toContain('supervision')
  })
})
