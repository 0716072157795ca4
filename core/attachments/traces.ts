import type { AttachmentType, Turn } from '#contract/attachment-files'
import { withoutJpegTraces } from './jpeg.ts'
import { withoutPngTraces } from './png.ts'
import { withoutWebpTraces } from './webp.ts'

/** What is left of a file, and how a camera said it is to be turned; null when it is not built as its first bytes promise. */
export type Kept = { bytes: Uint8Array; turned: Turn } | null

/** A picture without what a camera or a program wrote beside it: place, time, device, owner, a smaller copy. */
export function withoutTraces(bytes: Uint8Array, type: AttachmentType): Kept {
  switch (type) {
    case 'image/jpeg':
      return withoutJpegTraces(bytes)
    case 'image/png':
      return withoutPngTraces(bytes)
    case 'image/webp':
      return withoutWebpTraces(bytes)
    case 'application/pdf':
      return { bytes, turned: 0 }
  }
}
