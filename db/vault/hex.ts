import { z } from 'zod'

/** So many bytes in hex: one writing for one value, no other. */
export const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
export const toHex = (bytes: Buffer): string => bytes.toString('hex')
export const fromHex = (text: string): Buffer => Buffer.from(text, 'hex')
