/** Text from other programs as this one keeps it: no control characters but line ends and tabs, and none in one line. */
export const cleanText = (text: string, isOneLine: boolean): string => {
  const lines = text.replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
  // oxlint-disable-next-line no-control-regex -- these are the characters that are not kept
  const kept = lines.replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu, '')
  return isOneLine ? kept.trim().replaceAll(/[\n\t]+/gu, ' ') : kept
}

const clean = (event: ClipboardEvent): void => {
  const { target } = event
  if (event.defaultPrevented) return
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
  const pasted = event.clipboardData?.getData('text/plain') ?? ''
  const wanted = cleanText(pasted, target instanceof HTMLInputElement)
  if (wanted === pasted) return
  event.preventDefault()
  // The one way to insert text that the person can still undo.
  document.execCommand('insertText', false, wanted)
}

/** Word, PowerPoint and spreadsheets paste characters that no record takes; they are put right as they come in. */
export const cleanPastes = (): (() => void) => {
  document.addEventListener('paste', clean)
  return () => document.removeEventListener('paste', clean)
}
