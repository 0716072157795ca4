/** Running text without a frame; it may go on over the page. */
export function ProseBlock({ text, leads = false }: { text: string; leads?: boolean }) {
  return (
    <div className={leads ? 'paper-prose paper-lead' : 'paper-prose'}>
      <div className="paper-flow" data-flow="">
        {text}
      </div>
    </div>
  )
}
