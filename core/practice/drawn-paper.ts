const [WIDTH, HEIGHT] = [620, 877]
const ROW = Math.ceil(WIDTH / 8)

/** A sheet that looks as if it had come out of a scanner, drawn here so that no picture lies in the program. Base64 of a PNG in black and white. */
export function drawnPaper(lines: readonly number[]): string {
  const rows = new Uint8Array((ROW + 1) * HEIGHT).fill(0xff)
  for (let y = 0; y < HEIGHT; y++) rows[y * (ROW + 1)] = 0
  const ink = (left: number, top: number, width: number, height: number): void => {
    for (let y = Math.round(top); y < top + height; y++)
      for (let x = Math.round(left); x < left + width; x++) rows[y * (ROW + 1) + 1 + (x >> 3)]! &= ~(0x80 >> (x & 7))
  }
  ink(190, 70, 240, 22)
  // One bar for every word of a line.
  for (const [at, words] of lines.entries())
    for (let word = 0; word < words; word++) ink(80 + word * 46, 140 + at * 34, 34 + ((at + word) % 3) * 4, 8)
  signature(ink, 380, 700)
  ink(360, 748, 180, 2)
  return pngOf(rows)
}

function signature(ink: (left: number, top: number, width: number, height: number) => void, left: number, top: number) {
  for (let step = 0; step < 420; step++) {
    const turn = step / 26
    ink(left + step * 0.33 + Math.sin(turn * 2.1) * 9, top + Math.sin(turn) * 20 + Math.cos(turn * 3.3) * 7, 3, 3)
  }
}

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))
const u32 = (value: number): number[] => [24, 16, 8, 0].map((bits) => (value >>> bits) & 0xff)

function pngOf(rows: Uint8Array): string {
  const bytes = [
    ...ascii('\u0089PNG\r\n\u001a\n'),
    ...chunk('IHDR', [...u32(WIDTH), ...u32(HEIGHT), 1, 0, 0, 0, 0]),
    ...chunk('IDAT', stored(rows)),
    ...chunk('IEND', []),
  ]
  let text = ''
  for (let at = 0; at < bytes.length; at += 3000) text += String.fromCharCode(...bytes.slice(at, at + 3000))
  return btoa(text)
}

const MOST_STORED = 0xffff
/** A zlib stream whose blocks are not packed (RFC 1950, RFC 1951 §3.2.4). */
function stored(data: Uint8Array): number[] {
  const out = [0x78, 0x01]
  for (let at = 0; at < data.length; at += MOST_STORED) {
    const block = data.subarray(at, at + MOST_STORED)
    const isLast = at + MOST_STORED >= data.length ? 1 : 0
    out.push(isLast, block.length & 0xff, block.length >> 8, ~block.length & 0xff, (~block.length >> 8) & 0xff)
    for (const byte of block) out.push(byte)
  }
  let [a, b] = [1, 0]
  for (const byte of data) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  return [...out, ...u32(((b << 16) | a) >>> 0)]
}

function chunk(name: string, data: readonly number[]): number[] {
  const body = [...ascii(name), ...data]
  let sum = 0xffffffff
  for (const byte of body) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return [...u32(data.length), ...body, ...u32(~sum >>> 0)]
}
