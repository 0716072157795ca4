import { randomBytes } from 'node:crypto'

/** Where this launch of the host is found. `host` is the only Host header it answers to. */
export type Address = { host: string; origin: string }

/** A name of its own for every launch: cookies of other local programs never meet ours, and nobody can guess it. */
export const newHostName = (): string => `k${randomBytes(8).toString('hex')}.localhost`

export const addressOf = (hostName: string, port: number): Address => ({
  host: `${hostName}:${port}`,
  origin: `http://${hostName}:${port}`,
})
