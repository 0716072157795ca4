import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '#contract/settings'
import { useShade } from '#lib/shade'
import { themeOf } from './theme.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Ant Design in the colours, language and style nonce of this room. */
export function Look({ wanted, children }: { wanted: Preferences['theme']; children: ReactNode }) {
  const { i18n } = useTranslation()
  const isChinese = i18n.language !== 'en'
  const shade = useShade(wanted)
  dayjs.locale(isChinese ? 'zh-cn' : 'en')
  return (
    <ConfigProvider
      theme={themeOf(shade, isStill)}
      locale={isChinese ? zhCN : enUS}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
    >
      <App className="look">{children}</App>
    </ConfigProvider>
  )
}
