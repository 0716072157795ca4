export type Tick = { key: string; label: string; isTicked: boolean }

/** ☑ and ☐ drawn as shapes, so that no font can lose them. */
export function TickBoxes({ ticks }: { ticks: readonly Tick[] }) {
  return (
    <span className="paper-ticks">
      {ticks.map(({ key, label, isTicked }) => (
        <span className="paper-tick" key={key} role="checkbox" aria-checked={isTicked} aria-disabled>
          <svg viewBox="0 0 12 12" fill="none" stroke="#000" aria-hidden="true">
            <rect x="0.6" y="0.6" width="10.8" height="10.8" strokeWidth="0.9" />
            {isTicked && <path d="M2.4 6.2 5 8.9 9.8 2.9" strokeWidth="1.6" />}
          </svg>
          {label}
        </span>
      ))}
    </span>
  )
}
