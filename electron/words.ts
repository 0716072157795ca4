import { app } from 'electron'

/** The few sentences that are said outside the page, in the language of the PC. */
const WORDS = {
  zh: {
    save: '保存文件',
    brokenTitle: '静室',
    broken:
      '静室的保险库程序两次意外停止，为保护记录已经关闭。已保存的内容不受影响。请重新打开；如果仍然如此，请重启电脑后再试。',
  },
  en: {
    save: 'Save file',
    brokenTitle: '静室 Quietroom',
    broken:
      'The part of Quietroom that keeps the vault stopped twice, so the app has closed to protect the records. What was saved is safe. Please open it again; if this repeats, restart the PC first.',
  },
}

export const words = (): (typeof WORDS)['zh'] => (app.getLocale().toLowerCase().startsWith('zh') ? WORDS.zh : WORDS.en)
