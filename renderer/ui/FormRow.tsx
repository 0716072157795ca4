import './form-row.css'
import type { ReactNode } from 'react'

type Props = { label: string; htmlFor?: string; hint?: ReactNode; error?: ReactNode; children: ReactNode }

/** Label left, answer right, as on paper. */
export function FormRow({ label, htmlFor, hint, error, children }: Props) {
  return (
    <div className="form-row">
      {htmlFor ? (
        <label className="form-row-label" htmlFor={htmlFor}>
          {label}
        </label>
      ) : (
        <span className="form-row-label">{label}</span>
      )}
      <div className="form-row-answer">
        {children}
        {hint && <div className="field-hint">{hint}</div>}
        {error && (
          <div className="field-error" role="alert">
            {error}
          </div>
        )}
      </div>
    </div>
  )
}
