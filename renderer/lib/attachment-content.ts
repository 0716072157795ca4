import { AppError } from '#contract/errors'
import { client } from '#lib/client'

export type Content = { bytes: Uint8Array<ArrayBuffer>; isWhole: boolean }

/** The content of a file in the vault, a few megabytes at a time. It is kept by whoever asked, and nowhere else. */
export async function readAttachment(
  { id: attachmentId, studentId, bytes: size }: { id: string; studentId: string; bytes: number },
  signal: AbortSignal,
  onProgress: (share: number) => void = () => undefined,
): Promise<Content> {
  const bytes = new Uint8Array(size)
  let isWhole = true
  let at = 0
  for (let from: number | null = 0; from !== null;) {
    const part: Awaited<ReturnType<typeof client.attachments.content>> = await client.attachments.content(
      { attachmentId, studentId, from },
      { signal },
    )
    const data = bytesOf(part.data)
    // What was tampered with may be longer than it says.
    if (at + data.length > size) throw new AppError('conflict', { reason: 'damaged' })
    bytes.set(data, at)
    at += data.length
    isWhole &&= part.isWhole
    onProgress(at / size)
    from = part.next
  }
  return { bytes, isWhole: isWhole && at === size }
}

/** Base64 to bytes: letter by letter in one go, which is quicker than a callback for each. */
function bytesOf(base64: string): Uint8Array {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** A chosen file as base64; rejects when it is gone or may not be read. */
export const base64Of = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const text = typeof reader.result === 'string' ? reader.result : ''
      resolve(text.slice(text.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')))
    reader.readAsDataURL(file)
  })
