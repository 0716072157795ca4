import type { Turn } from '#contract/attachment-files'
import { asciiAt, joined, turnOf, viewOf } from './bytes.ts'
import type { Kept } from './traces.ts'

const HEAD_BYTES = 12
/** Flags of the extended header that say an Exif or an XMP block follows. */
const SAYS_TRACES = 0x08 | 0x04

/** A WebP without its Exif and XMP blocks; what stands behind its end goes, too. */
export function withoutWebpTraces(bytes: Uint8Array): Kept {
  const view = viewOf(bytes)
  if (bytes.length < HEAD_BYTES) return null
  const whole = 8 + view.getUint32(4, true)
  if (whole > bytes.length) return null
  const parts: Uint8Array[] = []
  let turned: Turn = 0
  let at = HEAD_BYTES
  while (at + 8 <= whole) {
    const name = asciiAt(bytes, at, 4)
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    if (end > whole) return null
    const chunk = bytes.slice(at, end)
    if (name === 'VP8X') chunk[8]! &= ~SAYS_TRACES
    if (name === 'EXIF') turned = turnOf(tiffOf(bytes.subarray(at + 8, end)))
    else if (name !== 'XMP ') parts.push(chunk)
    at = end
  }
  const head = bytes.slice(0, HEAD_BYTES)
  viewOf(head).setUint32(
    4,
    parts.reduce((sum, part) => sum + part.length, 4),
    true,
  )
  return { bytes: joined([head, ...parts]), turned }
}

/** Some programs put the mark of a JPEG's Exif segment before the block. */
const tiffOf = (block: Uint8Array): Uint8Array => (asciiAt(block, 0, 6) === 'Exif\0\0' ? block.subarray(6) : block)
