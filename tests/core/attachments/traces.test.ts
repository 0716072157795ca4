import { describe, expect, it } from 'vitest'
import { withoutTraces } from '#core/attachments/traces'
import { colours, comment, exifSegment, jpeg, pdf, png, pngExif, pngText, segment, webp } from './pictures.ts'

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const kept = (bytes: Uint8Array, type: Parameters<typeof withoutTraces>[1]) => {
  const left = withoutTraces(bytes, type)
  if (!left) throw new Error('broken')
  return left
}

describe('a photo from a telephone', () => {
  it('loses place, device and comments, and keeps its picture and its colours bit by bit', () => {
    const { bytes } = kept(jpeg([...exifSegment(1), ...comment('GPS'), ...colours()]), 'image/jpeg')
    expect(bytes).toEqual(jpeg(colours()))
    expect(textOf(bytes)).not.toMatch(/GPS|Exif/u)
  })
  it('is turned as the camera said', () => {
    const turns = [1, 2, 3, 4, 5, 6, 7, 8].map((way) => kept(jpeg(exifSegment(way)), 'image/jpeg').turned)
    expect(turns).toEqual([0, 0, 2, 2, 1, 1, 3, 3])
  })
  it('loses what hides behind its end: a film, a second picture with a place of its own', () => {
    const second = [...jpeg(exifSegment(6))]
    expect(kept(jpeg([], second), 'image/jpeg').bytes).toEqual(jpeg())
  })
  it('loses what photo programs and the makers of cameras put into segments of their own', () => {
    const own = [0xe3, 0xed, 0xef].flatMap((marker) => segment(marker, [71, 80, 83]))
    expect(kept(jpeg(own), 'image/jpeg').bytes).toEqual(jpeg())
  })
  it('may lack its end mark, and may be filled up before a marker', () => {
    expect(kept(jpeg().subarray(0, -2), 'image/jpeg').bytes).toEqual(jpeg().subarray(0, -2))
    expect(kept(jpeg([0xff, ...comment('GPS')]), 'image/jpeg').bytes).toEqual(jpeg())
  })
  it('that is torn before its picture begins is called broken, wherever it is torn', () => {
    const whole = jpeg(exifSegment(6))
    const beforeScan = textOf(whole).indexOf('\u00ff\u00da')
    for (let end = 3; end < beforeScan; end++) {
      const left = withoutTraces(whole.subarray(0, end), 'image/jpeg')
      expect([end, left === null || !textOf(left.bytes).includes('GPS')]).toEqual([end, true])
    }
    expect(withoutTraces(Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]), 'image/jpeg')).toBeNull()
  })
})

it('a PNG loses its texts and its Exif block, and what stands behind its end', () => {
  const left = kept(png([...pngText('GPS'), ...pngExif(6)], [71, 80, 83]), 'image/png')
  expect(left).toEqual({ bytes: png(), turned: 1 })
  expect(withoutTraces(png().subarray(0, -3), 'image/png')).toBeNull()
})
it('a WebP loses its Exif and XMP blocks, and its head says so', () => {
  expect(kept(webp(true), 'image/webp')).toEqual({ bytes: webp(false), turned: 3 })
  expect(withoutTraces(webp(false).subarray(0, -1), 'image/webp')).toBeNull()
})
it('a PDF stays as it is', () => {
  expect(kept(pdf(), 'application/pdf')).toEqual({ bytes: pdf(), turned: 0 })
})
