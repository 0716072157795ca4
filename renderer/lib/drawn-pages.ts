import type { AttachmentType, Turn } from '#contract/attachment-files'
import { openPdf } from '#lib/pdf-pages'

/**
 * A picture or the pages of a PDF, drawn on canvases. From the bytes to the canvas nothing gets an address of its own (`blob:`),
 * so the browser has nothing it could put away on disk (docs/decisions/0021-attachments.md).
 */
export type Pages = {
  count: number
  /** Draws a page, turned, with at most so many pixels on its longer side. */
  draw(page: number, longest: number, turned: Turn): Promise<HTMLCanvasElement>
  close(): void
}

export const openPages = (bytes: Uint8Array<ArrayBuffer>, type: AttachmentType): Promise<Pages> =>
  type === 'application/pdf' ? openPdf(bytes) : openPicture(bytes, type)

async function openPicture(data: Uint8Array<ArrayBuffer>, type: string): Promise<Pages> {
  const decoder = new ImageDecoder({ data, type })
  const { image } = await decoder.decode()
  return {
    count: 1,
    draw: (_page, longest, turned) => Promise.resolve(drawTurned(image, longest, turned)),
    close() {
      image.close()
      decoder.close()
    },
  }
}

function drawTurned(image: VideoFrame, longest: number, turned: Turn): HTMLCanvasElement {
  const { displayWidth, displayHeight } = image
  const scale = Math.min(1, longest / Math.max(displayWidth, displayHeight))
  const [width, height] = [Math.round(displayWidth * scale), Math.round(displayHeight * scale)]
  const canvas = document.createElement('canvas')
  const isLying = turned % 2 === 1
  canvas.width = isLying ? height : width
  canvas.height = isLying ? width : height
  const context = canvas.getContext('2d')
  context?.translate(canvas.width / 2, canvas.height / 2)
  context?.rotate((turned * Math.PI) / 2)
  context?.drawImage(image, -width / 2, -height / 2, width, height)
  return canvas
}
