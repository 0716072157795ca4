import './findings.css'

export type FindingLine = { key: string; tone: 'red' | 'amber' | 'plain'; text: string }

/** What speaks against something, worst first, one line each. */
export function Findings({ lines, label }: { lines: readonly FindingLine[]; label: string }) {
  return (
    <ul className="findings" aria-label={label} aria-live="polite">
      {lines.map(({ key, tone, text }) => (
        <li key={key} className={`finding finding-${tone}`}>
          {text}
        </li>
      ))}
    </ul>
  )
}
