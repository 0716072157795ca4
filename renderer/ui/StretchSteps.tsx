import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { useStretch } from '#lib/use-stretch'

type Props = {
  stretch: ReturnType<typeof useStretch>
  /** Which days these are. */
  children: string
}

export function StretchSteps({ stretch: { earlier, later }, children }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <Button size="small" type="text" onClick={earlier}>
        {t('frame.stretch.earlier')}
      </Button>
      <span>{children}</span>
      <Button size="small" type="text" disabled={later === null} onClick={later ?? undefined}>
        {t('frame.stretch.later')}
      </Button>
    </>
  )
}
