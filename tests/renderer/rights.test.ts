import { isContractProcedure } from '@orpc/contract'
import { expect, it } from 'vitest'
import { contract } from '#contract/all'
import type { ProcedureMeta } from '#contract/procedure'
import { RIGHTS } from '#lib/rights'

it.each(Object.entries(RIGHTS))('%s is offered to those whom the gate lets through', (path, roles) => {
  const [feature = '', verb = ''] = path.split('.')
  const call: unknown = (contract as Record<string, Record<string, unknown>>)[feature]?.[verb]
  if (!isContractProcedure(call)) throw new Error(`there is no call ${path}`)
  const meta = call['~orpc'].meta as ProcedureMeta
  expect([...roles].toSorted()).toEqual([...(meta.roles ?? [])].toSorted())
})
