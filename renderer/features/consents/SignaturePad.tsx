import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'

/** `picture`: a PNG in base64. */
type Props = { label: string; onChange: (picture: string | null) => void }
const [WIDTH, HEIGHT] = [900, 260]

/** Written with a pen, a finger or the mouse; what is handed on is a picture of it. Whoever cannot write signs on paper. */
export function SignaturePad({ label, onChange }: Props) {
  const { t } = useTranslation()
  const pad = useRef<HTMLCanvasElement>(null)
  const isDown = useRef(false)
  const [isEmpty, setEmpty] = useState(true)

  const place = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    return [((event.clientX - left) / width) * WIDTH, ((event.clientY - top) / height) * HEIGHT]
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = event.currentTarget.getContext('2d')
    if (!context || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    isDown.current = true
    context.lineWidth = 5
    context.lineCap = 'round'
    context.lineJoin = 'round'
    // Dark on nothing: it stands on white paper later.
    context.strokeStyle = '#1a1a1a'
    context.beginPath()
    context.moveTo(...place(event))
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = event.currentTarget.getContext('2d')
    if (!isDown.current || !context) return
    context.lineTo(...place(event))
    context.stroke()
  }
  const end = () => {
    if (!isDown.current) return
    isDown.current = false
    setEmpty(false)
    // At once, not in its own time as `toBlob`: whoever keeps the form right after the last stroke keeps the signature.
    onChange(pad.current?.toDataURL('image/png').split(',')[1] ?? null)
  }
  const clear = () => {
    pad.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT)
    setEmpty(true)
    onChange(null)
  }
  return (
    <div className="signature">
      <canvas
        ref={pad}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={label}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div className="signature-foot">
        <span className="field-hint">{isEmpty ? t('consents.signHere') : label}</span>
        <Button size="small" type="text" disabled={isEmpty} onClick={clear}>
          {t('consents.signAgain')}
        </Button>
      </div>
    </div>
  )
}
