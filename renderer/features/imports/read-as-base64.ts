/** The bytes of a chosen file as base64 text. Rejects when the file is gone or may not be read. */
export const readAsBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const text = typeof reader.result === 'string' ? reader.result : ''
      resolve(text.slice(text.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')))
    reader.readAsDataURL(file)
  })

/** As the host allows (electron/host/workbook): larger files are not even read. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024
export const FILE_TYPES = '.xlsx,.xls,.xlsm,.xlsb,.et,.ods,.csv,.txt,.htm,.html,.xml'
