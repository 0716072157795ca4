export function SetupPage({ onOpened }: { onOpened: () => void }) {
  return <button onClick={onOpened} type="button" aria-label="…" />
}
