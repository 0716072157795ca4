import type { Turn } from '#contract/attachment-files'

export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)

export const asciiAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const ORIENTATION = 0x0112
/** Exif knows eight; the four mirrored ones are taken for what they are turned by. */
const TURN_OF: Readonly<Record<number, Turn>> = { 3: 2, 4: 2, 5: 1, 6: 1, 7: 3, 8: 3 }

/** How a picture is to be turned, out of its Exif block (TIFF 6.0, Exif 2.32 §4.6.4 A); 0 where the block does not say it. */
export function turnOf(tiff: Uint8Array): Turn {
  const view = viewOf(tiff)
  if (tiff.length < 8) return 0
  const little = asciiAt(tiff, 0, 2) === 'II'
  const first = view.getUint32(4, little)
  if (first + 2 > tiff.length) return 0
  const entries = view.getUint16(first, little)
  for (let entry = 0; entry < entries; entry++) {
    const at = first + 2 + entry * 12
    if (at + 12 > tiff.length) return 0
    if (view.getUint16(at, little) === ORIENTATION) return TURN_OF[view.getUint16(at + 8, little)] ?? 0
  }
  return 0
}
