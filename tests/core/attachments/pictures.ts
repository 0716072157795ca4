/** Small pictures made by hand, with or without what a camera writes beside them. */
const u16 = (value: number): number[] => [value >> 8, value & 0xff]
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)]
const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))

/** An Exif block that says how the picture is to be turned, and where it was taken. */
const exif = (orientation: number, place = 'GPS 31.2304N 121.4737E'): number[] => [
  ...ascii('MM\0*'),
  ...u32(8),
  ...u16(1),
  ...u16(0x0112),
  ...u16(3),
  ...u32(1),
  ...u16(orientation),
  0,
  0,
  ...u32(0),
  ...ascii(place),
]
export const segment = (marker: number, body: readonly number[]): number[] => [
  0xff,
  marker,
  ...u16(body.length + 2),
  ...body,
]
/** Two bytes that stand for a value FF, and a restart: data of the picture, not markers. */
const SCAN = [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]

/** A JPEG by its build: frame, scan, end, and whatever is put between. */
export const jpeg = (between: readonly number[] = [], behind: readonly number[] = []): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, ascii('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0')),
    ...between,
    ...segment(
      0xdb,
      Array.from({ length: 65 }, () => 1),
    ),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...SCAN,
    0xff,
    0xd9,
    ...behind,
  ])
export const exifSegment = (orientation: number, place?: string): number[] =>
  segment(0xe1, [...ascii('Exif\0\0'), ...exif(orientation, place)])
export const comment = (text: string): number[] => segment(0xfe, ascii(text))
export const colours = (): number[] => segment(0xe2, ascii('ICC_PROFILE\0\u0001\u0001profile'))

const chunk = (name: string, data: readonly number[]): number[] => [
  ...u32(data.length),
  ...ascii(name),
  ...data,
  0,
  0,
  0,
  0,
]
export const png = (between: readonly number[] = [], behind: readonly number[] = []): Uint8Array =>
  Uint8Array.from([
    ...ascii('\u0089PNG\r\n\u001a\n'),
    ...chunk('IHDR', [...u32(1), ...u32(1), 8, 2, 0, 0, 0]),
    ...between,
    ...chunk('IDAT', [1, 2, 3]),
    ...chunk('IEND', []),
    ...behind,
  ])
export const pngText = (text: string): number[] => chunk('tEXt', ascii(text))
export const pngExif = (orientation: number): number[] => chunk('eXIf', exif(orientation))

const little = (value: number): number[] => u32(value).toReversed()
const riff = (name: string, data: readonly number[]): number[] => [
  ...ascii(name),
  ...little(data.length),
  ...data,
  ...(data.length % 2 ? [0] : []),
]
export const webp = (withTraces: boolean): Uint8Array => {
  const chunks = [
    ...riff('VP8X', [withTraces ? 0x0c : 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    ...riff('VP8 ', [9, 9, 9]),
    ...(withTraces ? [...riff('EXIF', exif(8)), ...riff('XMP ', ascii('GPS in words'))] : []),
  ]
  return Uint8Array.from([...ascii('RIFF'), ...little(chunks.length + 4), ...ascii('WEBP'), ...chunks])
}
export const pdf = (size = 200): Uint8Array => {
  const bytes = new Uint8Array(size).fill(32)
  bytes.set(ascii('%PDF-1.7\n'))
  return bytes
}
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
