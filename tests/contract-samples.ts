import { z } from 'zod'

/** An input that a schema takes, made from the schema alone: for tests that ask every call there is. */
const UUID = '018f3c1e-7a2b-4c3d-8e4f-5a6b7c8d9e0f'
const TEXTS = [
  '2026-11-21T08:00',
  '2026-11-21',
  '2026-11-21T08:00:00.000Z',
  '08:00',
  UUID,
  'maple lantern otter',
  'a',
  '1',
  'zh',
]

export function sampleOf(schema: z.core.$ZodType): unknown {
  const { def } = (schema as z.ZodType)._zod as unknown as { def: Record<string, never> & { type: string } }
  const inner = (name: string): z.core.$ZodType => def[name] as unknown as z.core.$ZodType
  switch (def.type) {
    case 'object': {
      const shape = Object.entries(def['shape'] as unknown as Record<string, z.core.$ZodType>)
      const sample = Object.fromEntries(shape.map(([key, value]) => [key, sampleOf(value)]))
      // Some want one of two fields that may both be null.
      const fuller = shape.flatMap(([key, value]) =>
        value instanceof z.ZodNullable ? [{ ...sample, [key]: sampleOf(value.unwrap()) }] : [],
      )
      return [sample, ...fuller].find((one) => (schema as z.ZodType).safeParse(one).success) ?? sample
    }
    case 'array': {
      const one = sampleOf(inner('element'))
      const some = [1, 2, 3, 4, 5, 0].map((length) => Array.from({ length }, () => one))
      return some.find((list) => (schema as z.ZodType).safeParse(list).success)
    }
    case 'nonoptional':
      return sampleOf((inner('innerType') as z.ZodOptional).unwrap())
    case 'union':
      return sampleOf((def['options'] as unknown as z.core.$ZodType[])[0]!)
    case 'record': {
      // Keys of a closed list are all asked for.
      const keys = (inner('keyType') as z.ZodType)._zod.values ?? []
      return Object.fromEntries([...keys].map((key) => [key, sampleOf(inner('valueType'))]))
    }
    case 'nullable':
      return null
    case 'optional':
      return undefined
    case 'default':
      return sampleOf(inner('innerType'))
    case 'pipe':
      return sampleOf(inner('in'))
    case 'boolean':
      return true
    case 'literal':
      return (def['values'] as unknown as unknown[])[0]
    case 'enum':
      return Object.values(def['entries'] as unknown as Record<string, unknown>)[0]
    case 'number':
      return [1, 0, 10, 50].find((value) => (schema as z.ZodType).safeParse(value).success)
    case 'string':
      return TEXTS.find((value) => (schema as z.ZodType).safeParse(value).success)
    default:
      throw new Error(`no sample of ${def.type} yet`)
  }
}
