import './step-line.css'

type Props<S extends string> = { label: string; steps: readonly { key: S; name: string }[]; at: S }

/** The steps of a wizard in a line: which are behind, where we are. */
export function StepLine<S extends string>({ label, steps, at }: Props<S>) {
  return (
    <ol className="step-line" aria-label={label}>
      {steps.map(({ key, name }) => (
        <li key={key} aria-current={key === at ? 'step' : undefined}>
          {name}
        </li>
      ))}
    </ol>
  )
}
