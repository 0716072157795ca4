/** A dashed line with scissors: what is below may be cut off. */
export function CutLine({ words }: { words: string }) {
  return (
    <div className="paper-cut-line" data-keep="">
      <svg viewBox="0 0 24 24" fill="none" stroke="#000" strokeWidth="1.4" aria-hidden="true">
        <circle cx="5" cy="6.5" r="2.8" />
        <circle cx="5" cy="17.5" r="2.8" />
        <path d="M7.4 8 22 16.5M7.4 16 22 7.5" />
      </svg>
      {words}
    </div>
  )
}
