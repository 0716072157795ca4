import { AppError } from '#contract/errors'

/** As the host allows (electron/host/workbook): larger files are not even read. */
const MOST_FILE_BYTES = 20 * 1024 * 1024
export const FILE_TYPES = '.xlsx,.xls,.xlsm,.xlsb,.et,.ods,.csv,.txt,.htm,.html,.xml'

/** A chosen table as the host takes it. Rejects when it is too large, gone or may not be read. */
export const readTableFile = async (file: File): Promise<{ fileName: string; content: string }> => {
  if (file.size > MOST_FILE_BYTES) throw new AppError('invalid', { field: 'content', reason: 'too-large' })
  return { fileName: file.name.slice(-200), content: await readAsBase64(file) }
}

const readAsBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const text = typeof reader.result === 'string' ? reader.result : ''
      resolve(text.slice(text.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')))
    reader.readAsDataURL(file)
  })
