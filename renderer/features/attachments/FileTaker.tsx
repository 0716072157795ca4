import { Button } from 'antd'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentKind } from '#contract/code-tables'
import { FileRefused } from './FileRefused.tsx'
import type { Of } from './queries.ts'
import { useTakeFiles } from './use-take-files.ts'

const TYPES = '.jpg,.jpeg,.png,.webp,.pdf'

/** Where a scan or a picture goes in: chosen, dropped, or pasted with Ctrl+V. */
export function FileTaker({ studentId, of, kind }: { studentId: string; of: Of; kind: AttachmentKind }) {
  const { t } = useTranslation()
  const zone = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const { take, taking, refused } = useTakeFiles(studentId, of, kind)

  const paste = useEffectEvent((event: ClipboardEvent) => {
    const pictures = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
    const inSheet = zone.current?.closest('.ant-modal') !== null
    // A picture pasted while a sheet is open is not for what lies under it.
    if (pictures.length === 0 || event.defaultPrevented || (!inSheet && document.querySelector('.ant-modal'))) return
    event.preventDefault()
    void take(pictures, true)
  })
  useEffect(() => {
    // A file that misses the place must not lead the window away.
    const stay = (event: globalThis.DragEvent) => event.preventDefault()
    document.addEventListener('paste', paste)
    for (const kindOf of ['dragover', 'drop'] as const) window.addEventListener(kindOf, stay)
    return () => {
      document.removeEventListener('paste', paste)
      for (const kindOf of ['dragover', 'drop'] as const) window.removeEventListener(kindOf, stay)
    }
  }, [])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take([...event.dataTransfer.files])
  }

  return (
    <>
      <div
        ref={zone}
        className={isOver ? 'file-taker file-taker-over' : 'file-taker'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          multiple
          className="sr-only"
          tabIndex={-1}
          aria-label={t('attachments.file')}
          accept={TYPES}
          onChange={(event) => {
            void take([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <Button size="small" loading={taking !== null} onClick={() => input.current?.click()}>
          {taking === null ? t('attachments.choose') : t('attachments.taking', { name: taking })}
        </Button>
        <span className="field-hint">{t('attachments.ways')}</span>
      </div>
      {refused.map(({ name, error }, index) => (
        <FileRefused key={index} name={name} error={error} />
      ))}
    </>
  )
}
