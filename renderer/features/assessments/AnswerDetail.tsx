import { Input } from 'antd'
import { useId } from 'react'
import type { KeyboardEvent } from 'react'

type Props = { label: string; text: string; onType: (text: string) => void; onNext: () => void }

/** What the interviewer writes beside an answer, in the student's words. Ctrl+Enter goes on. */
export function AnswerDetail({ label, text, onType, onNext }: Props) {
  const id = useId()
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onNext()
  }
  return (
    <div className="field answer-detail">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        autoFocus
        autoSize={{ minRows: 2, maxRows: 4 }}
        maxLength={2000}
        value={text}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={press}
      />
    </div>
  )
}
