/**
 * Draws build/icons/icon.svg in every size and packs the sizes for Windows (ico), macOS (icns) and Linux (png/).
 * Run after the drawing has changed: `node build/icons.ts [chromium]`. The results are kept in the repository.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const folder = join(import.meta.dirname, 'icons')
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** Sizes in an ico, and the names of sizes in an icns (both may hold plain PNG files). */
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]
const ICNS_TYPES: [string, number][] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
]

const drawings = await draw()
const pngOf = (size: number): Buffer => drawings.get(size) ?? Buffer.alloc(0)

mkdirSync(join(folder, 'png'), { recursive: true })
for (const size of SIZES.filter((each) => each <= 512))
  writeFileSync(join(folder, 'png', `${size}x${size}.png`), pngOf(size))
writeFileSync(join(folder, 'icon.ico'), packIco())
writeFileSync(join(folder, 'icon.icns'), packIcns())

async function draw(): Promise<Map<number, Buffer>> {
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8')
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath: process.argv[2] ?? '/usr/bin/chromium', args })
  const page = await browser.newPage()
  const made = new Map<number, Buffer>()
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
    made.set(size, await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
  return made
}

function packIco(): Buffer {
  const head = Buffer.alloc(6 + 16 * ICO_SIZES.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(ICO_SIZES.length, 4)
  let place = head.length
  for (const [index, size] of ICO_SIZES.entries()) {
    const at = 6 + 16 * index
    const { length } = pngOf(size)
    // 0 stands for 256.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(length, at + 8)
    head.writeUInt32LE(place, at + 12)
    place += length
  }
  return Buffer.concat([head, ...ICO_SIZES.map(pngOf)])
}

function packIcns(): Buffer {
  const parts = ICNS_TYPES.map(([type, size]) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(8 + pngOf(size).length, 4)
    return Buffer.concat([head, pngOf(size)])
  })
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4)
  return Buffer.concat([head, ...parts])
}
