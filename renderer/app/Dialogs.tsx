import { Suspense } from 'react'
import type { ComponentType } from 'react'
import { closeDialog, useDialogs } from '#lib/dialogs'
import type { DialogKind, DialogOf, DialogProps, DialogRequest } from '#lib/dialogs'

/** The dialog of each kind, lazily loaded: one line per kind. */
const dialogs: { [K in DialogKind]?: ComponentType<DialogProps<DialogOf<K>>> } = {}

export function Dialogs() {
  const { open } = useDialogs()
  const Dialog = open && (dialogs[open.kind] as ComponentType<DialogProps<DialogRequest>> | undefined)
  return (
    <Suspense fallback={null}>
      {Dialog && <Dialog key={JSON.stringify(open)} request={open} onClose={closeDialog} />}
    </Suspense>
  )
}
