type Props = {
  label: string
  text: string
  /** Written small above the text: who added it and when. */
  above?: string
  /** Grows to fill a page that has room, as boxes for handwriting do. */
  grows?: boolean
  /** Stays on the page of the row below. */
  keep?: boolean
}

/** Long text beside its label; it may go on over the page. */
export function TextRow({ label, text, above, grows = true, keep = false }: Props) {
  return (
    <div
      className={grows ? 'paper-row paper-tall paper-grows' : 'paper-row paper-tall'}
      data-keep={keep ? '' : undefined}
    >
      <div className="paper-label" data-label="">
        {label}
      </div>
      <div className="paper-value paper-tall">
        {above && <div className="paper-hint">{above}</div>}
        <div className="paper-flow" data-flow="">
          {text}
        </div>
      </div>
    </div>
  )
}
