import { pinyin } from 'pinyin-pro'

/** Names that are not spelled by the sound of their characters. */
const OWN_SPELLING: Readonly<Record<string, string>> = {
  阿依古丽·买买提: 'Aygul Memet',
  迪丽努尔·艾合买提: 'Dilnur Ehmet',
  扎西次仁: 'Tashi Tsering',
  巴特尔: 'Batar',
  朴慧珍: 'Park Hye-jin',
  区志豪: 'Ou Zhihao',
  钱𬭎: 'Qian Hong',
  龙䶮: 'Long Yan',
  苏㛃: 'Su Jie',
  林老师: 'Ms Lin',
  赵主任: 'Mr Zhao',
  许老师: 'Ms Xu',
  吴老师: 'Mr Wu',
  张校医: 'Dr Zhang',
  云杉中学: 'Spruce Middle School',
}
const LONG_SURNAMES = ['欧阳', '司马']

/** 陈思远 → Chen Siyuan. Names in Latin letters stay as they are. */
export function latinNameOf(name: string): string {
  const own = OWN_SPELLING[name]
  if (own !== undefined) return own
  if (/^[\p{Script=Latin}\s'-]+$/u.test(name)) return name
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' })
  const cut = LONG_SURNAMES.some((surname) => name.startsWith(surname)) ? 2 : 1
  return [syllables.slice(0, cut), syllables.slice(cut)].map((part) => capital(part.join(''))).join(' ')
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
