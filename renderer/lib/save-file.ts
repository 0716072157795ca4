import { bridge } from '#lib/bridge'

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/**
 * Hands a finished file to the person: Electron asks where to keep it, a browser puts it into its download folder.
 * False when the person changed their mind.
 */
export async function saveFile(fileName: string, base64: string): Promise<boolean> {
  const bytes = bytesOf(base64)
  const shell = bridge()
  if (shell) return shell.save(fileName, bytes)
  const address = URL.createObjectURL(new Blob([bytes]))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return true
}
