import './file-drop.css'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FILE_TYPES, readTableFile } from '#lib/read-table-file'
import { FileProblem } from './FileProblem.tsx'

type Props = {
  title: string
  /** Name of the file field. */
  label: string
  /** Hands the file over; what it rejects with is said here. */
  onFile: (file: { fileName: string; content: string }) => Promise<void>
}

/** Drop a table or choose one. Whatever is wrong with it is said here, in words, and nothing else happens. */
export function FileDrop({ title, label, onFile }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [reading, setReading] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)

  const open = async (file: File | undefined) => {
    if (!file || reading !== null) return
    setProblem(null)
    setReading(file.name)
    try {
      await onFile(await readTableFile(file))
    } catch (error) {
      setProblem(error)
    } finally {
      setReading(null)
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void open(event.dataTransfer.files[0])
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is a second way; the button inside does the same by keyboard
    <section
      className={isOver ? 'file-drop file-drop-over' : 'file-drop'}
      aria-label={t('imports.choose')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="file-drop-title">{title}</p>
      <p className="file-drop-hint">{t('imports.kinds')}</p>
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={label}
        accept={FILE_TYPES}
        onChange={(event) => {
          void open(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button type="primary" autoFocus loading={reading !== null} onClick={() => input.current?.click()}>
        {reading === null ? t('imports.choose') : t('imports.reading', { name: reading })}
      </Button>
      <p className="file-drop-hint">{t('imports.privacy')}</p>
      {problem !== null && <FileProblem error={problem} />}
    </section>
  )
}
