import { app } from 'electron'
import type { Language } from '#contract/vault'

/** The few sentences that are said outside the page. */
const WORDS = {
  zh: {
    title: '静室',
    save: '保存文件',
    chooseFolder: '选择备份文件夹',
    refused:
      '静室没有打开：启动时带有会削弱保护的选项（例如 --no-sandbox 或调试端口）。请用桌面或开始菜单里的图标打开；如果仍然如此，请联系安装人员。',
    changed:
      '静室没有打开：安装目录里的程序文件与安装时不同，可能已损坏或被替换。记录没有被打开，也没有被改动。请重新安装静室。',
    broken:
      '保管记录的程序连续两次意外停止，静室已经关闭。此前保存的内容不受影响。请重新打开；如果仍然如此，请重启电脑后再试。',
  },
  en: {
    title: '静室 Quietroom',
    save: 'Save file',
    chooseFolder: 'Choose the folder for backups',
    refused:
      'Quietroom did not open: it was started with an option that weakens its protection (such as --no-sandbox or a debugging port). Please use the icon on the desktop or in the start menu; if this repeats, tell the person who installed it.',
    changed:
      'Quietroom did not open: files of the installed program are not what they were when it was installed; they may be damaged or replaced. The records were not opened or changed. Please install Quietroom again.',
    broken:
      'The part that keeps the records stopped twice in a row, so Quietroom has closed. What was saved before is safe. Please open it again; if this repeats, restart the PC first.',
  },
}

/** The language of the PC; Chinese as long as Electron does not know it yet. */
export const language = (): Language => {
  const locale = app.getLocale().toLowerCase()
  return locale === '' || locale.startsWith('zh') ? 'zh' : 'en'
}

export const words = (): (typeof WORDS)['zh'] => WORDS[language()]
