type Intention<O> = { key: string; requestId: string; running: Promise<O> | undefined }

/**
 * Gives every intention one requestId. The same input keeps its id until it has succeeded, and while it runs it is not
 * sent again: a double click, or a second try after a lost answer, makes one row.
 */
export const createIntentions = <I extends object, O>() => {
  let current: Intention<O> | undefined
  return (input: I, send: (input: I & { requestId: string }) => Promise<O>): Promise<O> => {
    const key = JSON.stringify(input)
    if (current?.key === key && current.running) return current.running
    const mine: Intention<O> =
      current?.key === key ? current : { key, requestId: crypto.randomUUID(), running: undefined }
    current = mine
    mine.running = send({ ...input, requestId: mine.requestId }).then(
      (output) => {
        if (current === mine) current = undefined
        return output
      },
      (error: unknown) => {
        mine.running = undefined
        throw error
      },
    )
    return mine.running
  }
}
