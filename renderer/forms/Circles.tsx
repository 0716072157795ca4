/** Circles to be ticked with a pen, one for each figure. */
export function Circles({ count }: { count: number }) {
  return (
    <span className="paper-ticks paper-circles">
      {Array.from({ length: count }, (_, index) => (
        <svg key={index} viewBox="0 0 20 20" role="img" aria-label={String(index + 1)}>
          <circle cx="10" cy="10" r="9" fill="none" stroke="#000" strokeWidth="1" />
          <text x="10" y="14" textAnchor="middle" fontSize="11" fill="#000">
            {index + 1}
          </text>
        </svg>
      ))}
    </span>
  )
}
