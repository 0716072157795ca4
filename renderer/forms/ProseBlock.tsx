/** Running text without a frame; it may go on over the page. */
export function ProseBlock({ text, leads = false }: { text: string; leads?: boolean }) {
  return (
    <div className={leads ? 'prose lead' : 'prose'}>
      <div className="flow" data-flow="">
        {text}
      </div>
    </div>
  )
}
