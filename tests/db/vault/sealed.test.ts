import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newSealingKeys, seal, unseal } from '#db/vault/sealed'

const keys = newSealingKeys()
const here = { vaultId: randomUUID(), assessmentId: randomUUID() }
const TEXT = JSON.stringify({ answers: { phq9_1: 3 }, finished: true })
const letter = seal(TEXT, keys.publicKey, here)

describe('a sealed letter', () => {
  it('is read with the private key, and each is closed with a key of its own', () => {
    expect(unseal(letter, keys, here)).toBe(TEXT)
    const again = seal(TEXT, keys.publicKey, here)
    expect(again.equals(letter)).toBe(false)
    expect(unseal(again, keys, here)).toBe(TEXT)
  })
  it('keys are 32 bytes each, and the public one alone reads nothing', () => {
    expect(Object.values(keys).map((key) => Buffer.from(key, 'base64').length)).toEqual([32, 32])
    expect(unseal(letter, { ...keys, privateKey: keys.publicKey }, here)).toBeNull()
    expect(unseal(letter, newSealingKeys(), here)).toBeNull()
    expect(unseal(letter, { publicKey: newSealingKeys().publicKey, privateKey: keys.privateKey }, here)).toBeNull()
  })
  it('opens for no other vault and no other sheet', () => {
    expect(unseal(letter, keys, { ...here, vaultId: randomUUID() })).toBeNull()
    expect(unseal(letter, keys, { ...here, assessmentId: randomUUID() })).toBeNull()
    expect(unseal(letter, keys, { vaultId: here.assessmentId, assessmentId: here.vaultId })).toBeNull()
  })
  it('does not open with one bit turned: every bit before the text, one of each byte of the text', () => {
    const opened: number[] = []
    for (let bit = 0; bit < letter.length * 8; bit += bit < 64 * 8 ? 1 : 9) {
      const turned = Buffer.from(letter)
      turned[bit >> 3]! ^= 1 << (bit & 7)
      if (unseal(turned, keys, here) !== null) opened.push(bit)
    }
    expect(opened).toEqual([])
  })
  it('does not open cut short, lengthened, mixed with another, or made of nothing', () => {
    for (let length = 0; length < letter.length; length += 7)
      expect(unseal(letter.subarray(0, length), keys, here)).toBeNull()
    expect(unseal(Buffer.concat([letter, Buffer.from([0])]), keys, here)).toBeNull()
    const other = seal(TEXT, keys.publicKey, here)
    for (const at of [20, 36, 48, 64])
      expect(unseal(Buffer.concat([letter.subarray(0, at), other.subarray(at)]), keys, here)).toBeNull()
    expect(unseal(Buffer.alloc(2_000), keys, here)).toBeNull()
    // A public key of small order would make the shared secret known to all.
    const weak = Buffer.from(letter)
    weak.fill(0, 4, 36)
    expect(unseal(weak, keys, here)).toBeNull()
  })
  it('shows nothing of its text, and its length hardly anything', () => {
    expect(letter.includes(Buffer.from('phq9'))).toBe(false)
    const short = seal('{}', keys.publicKey, here)
    expect(short.length).toBe(letter.length)
    expect(unseal(seal('试'.repeat(1_000), keys.publicKey, here), keys, here)).toBe('试'.repeat(1_000))
  })
})
