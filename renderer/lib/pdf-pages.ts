// eslint-disable-next-line import/default -- an address, made by the builder
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import type { Pages } from '#lib/drawn-pages'

/** Where the decoders of old scanners' pictures lie (vite.config.ts). */
const DECODERS = '/assets/pdf/'

/**
 * The pages of a PDF. What it wants to run, open or send is left alone: only what it draws is drawn. The library comes when the
 * first PDF is opened; it works in a thread of its own, which ends with the document.
 */
export async function openPdf(data: Uint8Array<ArrayBuffer>): Promise<Pages> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist')
  const thread = new Worker(trusted(workerAddress), { type: 'module' })
  const worker = PDFWorker.create({ port: thread })
  const end = () => {
    worker.destroy()
    thread.terminate()
  }
  try {
    const pdf = await getDocument({ data, worker, ...LIMITS }).promise
    return {
      count: pdf.numPages,
      async draw(number, longest, turned) {
        const page = await pdf.getPage(number + 1)
        const rotation = (page.rotate + turned * 90) % 360
        const { width, height } = page.getViewport({ scale: 1, rotation })
        const viewport = page.getViewport({ scale: longest / Math.max(width, height), rotation })
        const canvas = document.createElement('canvas')
        canvas.width = Math.round(viewport.width)
        canvas.height = Math.round(viewport.height)
        await page.render({ canvas, viewport }).promise
        page.cleanup()
        return canvas
      },
      close() {
        void pdf.cleanup().catch(() => undefined)
        end()
      },
    }
  } catch (error) {
    end()
    throw error
  }
}

/** No WebAssembly (the policy of the page forbids it), no forms of the XFA kind, no drawing outside of this page. */
const LIMITS = {
  wasmUrl: DECODERS,
  useWasm: false,
  enableXfa: false,
  disableWorkerRendering: true,
  verbosity: 0,
} as const

/** As much of Trusted Types as is used here; the language's own library does not know them yet. */
type ScriptAddress = string & { readonly trusted: true }
type Policy = { createScriptURL(address: string): ScriptAddress }
type Policies = { createPolicy(name: 'app', rules: { createScriptURL(address: string): string }): Policy }

let policy: Policy | undefined
/** The one script that the page starts by its address; the name is the only one that the policy of the page knows. */
function trusted(address: string): string {
  const { trustedTypes } = window as { trustedTypes?: Policies }
  policy ??= trustedTypes?.createPolicy('app', {
    createScriptURL(asked) {
      if (asked !== workerAddress) throw new TypeError('not our worker')
      return asked
    },
  })
  return policy ? policy.createScriptURL(address) : address
}
