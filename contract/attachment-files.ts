/** What a file must be to be kept as an attachment; read from its bytes, never from its name. */
export const ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number]
export const MOST_ATTACHMENT_BYTES = 20 * 1024 * 1024
/** Why a file is refused (`reason` of `invalid` on `content`). */
export const ATTACHMENT_PROBLEMS = ['empty', 'too-large', 'unknown-type', 'broken'] as const

const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
const MARKS: Record<AttachmentType, (bytes: Uint8Array) => boolean> = {
  'image/jpeg': (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
  'image/png': (bytes) => text(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n',
  'image/webp': (bytes) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP',
  // The mark may stand behind a few bytes that a mail program or a scanner put before it (ISO 32000-1, annex H.3.4.1).
  'application/pdf': (bytes) => text(bytes, 0, 1024).includes('%PDF-'),
}

/** The type that a file begins like; null when we keep none such. */
export const attachmentTypeOf = (bytes: Uint8Array): AttachmentType | null =>
  ATTACHMENT_TYPES.find((type) => MARKS[type](bytes)) ?? null

/** Quarters of a turn to the right. */
export const TURNS = [0, 1, 2, 3] as const
export type Turn = (typeof TURNS)[number]
