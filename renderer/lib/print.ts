import { bridge } from '#lib/bridge'

/** Opens the print dialog for what lies on the desk. False when a person is known to have changed their mind. */
export const printPage = async (): Promise<boolean> => {
  const shell = bridge()
  if (shell) return await shell.print()
  window.print()
  return true
}
