import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#contract/errors'
import { client, toAppError } from '#lib/client'
import { FileProblem } from './FileProblem.tsx'
import type { OpenFile } from './ImportsPage.tsx'
import { FILE_TYPES, MOST_FILE_BYTES, readAsBase64 } from './read-as-base64.ts'

/** Drop a file or choose one. Whatever is wrong with it is said here, in words, and nothing else happens. */
export function FileStep({ onOpen }: { onOpen: (file: OpenFile) => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [reading, setReading] = useState<string | null>(null)
  const [problem, setProblem] = useState<AppError | null>(null)

  const open = async (file: File | undefined) => {
    if (!file || reading !== null) return
    setProblem(null)
    setReading(file.name)
    try {
      if (file.size > MOST_FILE_BYTES) throw new AppError('invalid', { field: 'content', reason: 'too-large' })
      const fileName = file.name.slice(-200)
      const content = await readAsBase64(file)
      onOpen({ fileName, ...(await client.imports.inspect({ fileName, content })) })
    } catch (error) {
      setProblem(toAppError(error))
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
      className={isOver ? 'imports-drop imports-drop-over' : 'imports-drop'}
      aria-label={t('imports.choose')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="imports-drop-title">{t('imports.drop')}</p>
      <p className="imports-drop-hint">{t('imports.kinds')}</p>
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={t('imports.file')}
        accept={FILE_TYPES}
        onChange={(event) => {
          void open(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button type="primary" autoFocus loading={reading !== null} onClick={() => input.current?.click()}>
        {reading === null ? t('imports.choose') : t('imports.reading', { name: reading })}
      </Button>
      <p className="imports-drop-hint">{t('imports.privacy')}</p>
      {problem && <FileProblem error={problem} />}
    </section>
  )
}
