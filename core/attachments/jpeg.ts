import type { Turn } from '#contract/attachment-files'
import { asciiAt, joined, turnOf, viewOf } from './bytes.ts'
import type { Kept } from './traces.ts'

const START_OF_SCAN = 0xda
const END = 0xd9
const COMMENT = 0xfe
const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef
/** Markers that stand alone: TEM and the restarts. */
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/**
 * Of the application segments only those stay that say how the colours are meant: JFIF, the ICC profile, Adobe's transform. What
 * stands behind the end goes, too: telephones put whole films and second pictures there.
 */
export function withoutJpegTraces(bytes: Uint8Array): Kept {
  const view = viewOf(bytes)
  const parts = [bytes.subarray(0, 2)]
  let turned: Turn = 0
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]
    if (marker === undefined) return null
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END) return { bytes: joined([...parts, bytes.subarray(at, at + 2)]), turned }
    if (isAlone(marker)) {
      parts.push(bytes.subarray(at, at + 2))
      at += 2
      continue
    }
    if (at + 4 > bytes.length) return null
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length) return null
    const body = bytes.subarray(at + 4, end)
    if (marker === 0xe1 && asciiAt(body, 0, 6) === 'Exif\0\0') turned = turnOf(body.subarray(6))
    const next = marker === START_OF_SCAN ? endOfScan(bytes, end) : end
    if (staysIn(marker, body)) parts.push(bytes.subarray(at, next))
    at = next
  }
  // Some scanners leave the end mark out; the picture is there all the same.
  return { bytes: joined(parts), turned }
}

function staysIn(marker: number, body: Uint8Array): boolean {
  if (marker === COMMENT) return false
  if (!isApplication(marker)) return true
  if (marker === 0xe0) return asciiAt(body, 0, 5) === 'JFIF\0'
  if (marker === 0xe2) return asciiAt(body, 0, 12) === 'ICC_PROFILE\0'
  return marker === 0xee && asciiAt(body, 0, 5) === 'Adobe'
}

/** Where the next marker stands behind the picture's own data: FF 00 and the restarts belong to it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1]!
    if (next !== 0x00 && next !== 0xff && !isAlone(next)) return at
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2))
  }
  return bytes.length
}
