import { writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { z } from 'zod'
import { words } from '#electron/words'

/** Kinds of file that may leave the room. */
const KINDS = ['xlsx', 'docx', 'csv', 'pdf', 'json', 'zip']
const LARGEST = 64 * 1024 * 1024

/** A bare file name of a kind we make: no folder, no control character, nothing that runs when it is opened. */
const FileName = z
  .string()
  .min(3)
  .max(120)
  .refine((name) => basename(name) === name && !name.startsWith('.') && !/[\\/:*?"<>|\p{Cc}\p{Cf}]/u.test(name))
  .refine((name) => KINDS.includes(extname(name).slice(1).toLowerCase()))

export const SaveInput = z.tuple([FileName, z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= LARGEST)])

/** The only way a file leaves through the shell: the person says where. Chromium's own downloads are cancelled. */
export const saveFile = async (window: BrowserWindow, fileName: string, bytes: Uint8Array): Promise<boolean> => {
  const extension = extname(fileName).slice(1)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words().save,
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
  })
  if (canceled || filePath === '') return false
  await writeFile(filePath, bytes, { flush: true })
  return true
}
