import { theme as antd } from 'antd'
import type { ThemeConfig } from 'antd'

export type Shade = 'light' | 'dark'

type Paint = {
  ground: string
  card: string
  sunk: string
  line: string
  lineStrong: string
  ink: string
  ink2: string
  ink3: string
  accent: string
  accentSoft: string
  amber: string
  red: string
  blue: string
}

/** The same colours as the variables in app.css. */
const PAINT: Record<Shade, Paint> = {
  light: {
    ground: '#f6f4ef',
    card: '#fffdf9',
    sunk: '#f5f3ee',
    line: '#e7e2d8',
    lineStrong: '#d6cfc1',
    ink: '#2b2a27',
    ink2: '#5c5850',
    ink3: '#716c62',
    accent: '#2f6f62',
    accentSoft: '#e3efeb',
    amber: '#8a5a12',
    red: '#b3372f',
    blue: '#3c6a94',
  },
  dark: {
    ground: '#1f1e1b',
    card: '#272622',
    sunk: '#302e29',
    line: '#393630',
    lineStrong: '#4d4940',
    ink: '#eae6dd',
    ink2: '#c4beb2',
    ink3: '#a39d91',
    accent: '#3f8a7a',
    accentSoft: '#243a34',
    amber: '#e0b261',
    red: '#d9665b',
    blue: '#93bbe0',
  },
}

export const themeOf = (shade: Shade, isStill: boolean): ThemeConfig => {
  const paint = PAINT[shade]
  return {
    algorithm: shade === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    cssVar: { key: `quiet-${shade}` },
    token: {
      colorPrimary: paint.accent,
      colorLink: shade === 'dark' ? '#7cc4b3' : paint.accent,
      // The ring around what has the focus.
      ...(shade === 'dark' && { colorPrimaryBorder: '#7cc4b3' }),
      colorSuccess: paint.accent,
      colorWarning: paint.amber,
      colorError: paint.red,
      colorInfo: paint.blue,
      colorText: paint.ink,
      colorTextSecondary: paint.ink2,
      colorTextTertiary: paint.ink3,
      colorTextPlaceholder: paint.ink3,
      colorTextDescription: paint.ink3,
      colorBgLayout: paint.ground,
      colorBgContainer: paint.card,
      colorBgElevated: paint.card,
      colorBorder: paint.lineStrong,
      colorBorderSecondary: paint.line,
      colorSplit: paint.line,
      colorFillAlter: paint.sunk,
      controlItemBgActive: paint.accentSoft,
      controlItemBgHover: paint.sunk,
      fontFamily: 'var(--sans)',
      fontSize: 14,
      lineHeight: 1.55,
      borderRadius: 10,
      borderRadiusSM: 8,
      borderRadiusLG: 12,
      controlHeight: 34,
      controlHeightSM: 28,
      controlHeightLG: 38,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
      motion: !isStill,
      colorBgMask: shade === 'dark' ? 'rgb(0 0 0 / 55%)' : 'rgb(58 50 36 / 32%)',
      wireframe: false,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        contentFontSize: 14,
        contentFontSizeLG: 14,
        contentFontSizeSM: 13,
        paddingInlineSM: 10,
        // White on these is 4.5 : 1 or more, in both shades.
        colorError: '#b3372f',
        colorErrorHover: '#bd453c',
        colorErrorActive: '#9c2f28',
        ...(shade === 'dark' && {
          colorPrimaryHover: '#2f6b5f',
          colorPrimaryActive: '#2f6b5f',
          // Words on a plain button stay readable under the mouse.
          defaultHoverColor: '#7cc4b3',
          defaultHoverBorderColor: '#7cc4b3',
          defaultActiveColor: '#7cc4b3',
          defaultActiveBorderColor: '#7cc4b3',
        }),
      },
      // Square enough not to be taken for one choice among several.
      Checkbox: { borderRadiusSM: 4 },
      Modal: { titleFontSize: 16 },
      Table: {
        cellPaddingBlockSM: 7,
        headerBg: paint.card,
        headerColor: paint.ink3,
        headerSplitColor: 'transparent',
        rowHoverBg: paint.sunk,
      },
      Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 14 },
    },
  }
}
