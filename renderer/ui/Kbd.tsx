/** A key as it is printed on the keyboard; read out by the button's own aria-keyshortcuts instead. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="kbd" aria-hidden="true">
      {keys}
    </kbd>
  )
}
