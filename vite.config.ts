import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import program from './package.json' with { type: 'json' }

/** Electron 45 and the Chromium of the loopback shell both read today's language. */
const target = 'es2024'

/** Native, or given by Electron: these stay outside the bundles and are the only packages that ship. */
const external = ['electron', 'better-sqlite3', '@node-rs/argon2', /^node:/]

/** The font packages bring every face twice; Chromium reads woff2 alone. */
const woff2Only: Plugin = {
  name: 'quietroom:woff2-only',
  generateBundle(_options, bundle) {
    for (const [name, part] of Object.entries(bundle)) {
      if (name.endsWith('.woff')) delete bundle[name]
      if (part.type === 'asset' && name.endsWith('.css')) {
        part.source = String(part.source).replaceAll(/,\s*url\([^)]+\.woff\)\s*format\(["']?woff["']?\)/g, '')
      }
    }
  },
}

/**
 * Puts the few styles of the door into the page itself, under the nonce of each load: the skeleton paints with the first
 * bytes instead of waiting for a second file.
 */
const doorStyles: Plugin = {
  name: 'door-styles',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) =>
      html.replace(/<link rel="stylesheet"[^>]* href="\/?(?<file>[^"]+)">/u, (link, file: string) => {
        const sheet = bundle[file]
        if (sheet?.type !== 'asset') return link
        const styles = String(sheet.source)
        if (styles.includes('url(')) throw new Error(`${file} loads something and cannot stand in the page`)
        return `<style nonce="__STYLE_NONCE__">${styles.trim()}</style>`
      }),
  },
}

/** Decoders for pictures of old scanners inside a PDF; the library asks for them by name when it meets one. */
const pdfDecoders: Plugin = {
  name: 'quietroom:pdf-decoders',
  generateBundle() {
    for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'])
      this.emitFile({
        type: 'asset',
        fileName: `assets/pdf/${name}`,
        source: readFileSync(`node_modules/pdfjs-dist/wasm/${name}`),
      })
  },
}

/** The window. `npm run build` makes it from `renderer/index.html`. */
const renderer: UserConfig = {
  root: 'renderer',
  plugins: [react(), woff2Only, doorStyles, pdfDecoders],
  build: {
    target,
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // The page may load nothing from data: addresses (docs/decisions/0004-content-security-policy.md).
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licences.md' },
    chunkSizeWarningLimit: 1200,
  },
}

const node = (input: Record<string, string>, licences: string): UserConfig => ({
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target,
    outDir: 'dist/electron',
    emptyOutDir: false,
    minify: false,
    license: { fileName: licences },
    rolldownOptions: {
      input,
      external,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
})

const main = node({ main: 'electron/main.ts' }, 'main-licences.md')

/** `QUIETROOM_PAID=1`: a program that is sold, without instruments for non-commercial use (electron/host/paid-build.ts). */
const paid = { __PAID_BUILD__: JSON.stringify(process.env['QUIETROOM_PAID'] === '1') }

const host: UserConfig = {
  ...node(
    {
      loopback: 'electron/loopback.ts',
      'host/thread': 'electron/host/thread.ts',
      'host/workbook-worker': 'electron/host/workbook-worker.ts',
    },
    'host-licences.md',
  ),
  define: { ...paid, __PROGRAM_VERSION__: JSON.stringify(program.version) },
}

/** A sandboxed preload can only be one CommonJS file. */
const preload: UserConfig = {
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target,
    outDir: 'dist/electron',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: 'electron/preload.ts',
      external,
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
}

const MODES: Record<string, UserConfig> = { renderer, main, host, preload }

export default defineConfig(({ mode }) => MODES[mode] ?? renderer)
