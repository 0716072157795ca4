import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { NONCE_PLACEHOLDER } from '#electron/response-headers'

export type BuiltFile = { type: string; place: string }
export type BuiltFiles = ReadonlyMap<string, BuiltFile>

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/**
 * The built window as a fixed map from path (`/assets/a.js`) to file. A path that is not a key does not exist: no request
 * is ever joined to a folder. A file of a kind we do not serve is left out.
 */
export const listBuiltFiles = (folder: string): BuiltFiles => {
  const files = new Map<string, BuiltFile>()
  const visit = (path: string) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const child = `${path}/${entry.name}`
      const type = TYPES[extname(entry.name)]
      if (entry.isDirectory()) visit(child)
      else if (entry.isFile() && type) files.set(child, { type, place: join(folder, child) })
    }
  }
  visit('')
  const page = files.get('/index.html')
  if (page) files.set('/', page)
  return files
}

/** The bytes to send; a page gets the nonce of this load in place of its placeholder. */
export const readBuiltFile = async (file: BuiltFile, nonce: string): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = await readFile(file.place)
  if (!file.type.startsWith('text/html')) return new Uint8Array(bytes)
  return new Uint8Array(Buffer.from(bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)))
}
