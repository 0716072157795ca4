import type { WebContents } from 'electron'

/** Always through the system's dialog: nothing goes to paper unseen, and no PDF is written beside it. */
export const printPage = (contents: WebContents): Promise<boolean> =>
  new Promise((resolve) => {
    contents.print({ silent: false, printBackground: true }, (printed) => resolve(printed))
  })
