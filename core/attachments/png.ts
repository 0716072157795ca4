import type { Turn } from '#contract/attachment-files'
import { asciiAt, joined, turnOf, viewOf } from './bytes.ts'
import type { Kept } from './traces.ts'

const SIGNATURE_BYTES = 8
/** Length, name and checksum around the data of a chunk. */
const FRAME = 12
const TRACES: readonly string[] = ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME']

/** A PNG without its texts, its time and its Exif block, up to its end. */
export function withoutPngTraces(bytes: Uint8Array): Kept {
  const view = viewOf(bytes)
  const parts = [bytes.subarray(0, SIGNATURE_BYTES)]
  let turned: Turn = 0
  let at = SIGNATURE_BYTES
  while (at + FRAME <= bytes.length) {
    const name = asciiAt(bytes, at + 4, 4)
    const end = at + FRAME + view.getUint32(at)
    if (end > bytes.length) return null
    if (name === 'eXIf') turned = turnOf(bytes.subarray(at + 8, end - 4))
    if (!TRACES.includes(name)) parts.push(bytes.subarray(at, end))
    if (name === 'IEND') return { bytes: joined(parts), turned }
    at = end
  }
  return null
}
