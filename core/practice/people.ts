import type { Language } from '#contract/vault'
import { latinNameOf } from './latin-names.ts'

/**
 * The only source of names in this repository. Nobody here exists: phones are in blocks that are not handed out
 * (160, 161, 163, 164, 168, 169; area code 0380) and the school is nowhere.
 */
export const PRACTICE_ACCOUNT = { name: '林老师', password: 'maple lantern otter window river' } as const
export const SCHOOL = { name: '云杉中学', stage: 'junior', roomName: '静心小屋', phone: '0380-5550168' } as const
export const STAFF = {
  counselor: { name: '林老师', sex: 'female' },
  director: { name: '赵主任', sex: 'male' },
  duty: { name: '许老师', sex: 'female' },
  classTeacher: { name: '吴老师', sex: 'male' },
  doctor: { name: '张校医', sex: 'female' },
} as const
export const ALIAS_VISITOR = { zh: '小舟', en: 'Little Boat' } as const

export type Person = {
  key: string
  name: string
  sex: 'male' | 'female'
  gradeNo: 7 | 8 | 9
  classNo: number
  /** 汉族 unless said. */
  ethnicity: string
  boarding: boolean
}

const rows = `
li-ruoxi 李若溪 f 7-6 住
chen-siyuan 陈思远 m 8-3 住
zhou-yiming 周一鸣 m 9-1
zhao-kexin 赵可欣 f 8-5
sun-hao 孙浩 m 9-2
ayiguli 阿依古丽·买买提 f 8-1 住 维吾尔族
zhang-zixuan 张子轩 m 9-4
liu-yutong 刘雨桐 f 9-3
he-jiashu 何嘉树 m 7-2
wang-zihan 王梓涵 f 7-1
wang-zihan-2 王梓涵 m 9-5 住
zhaxi-ciren 扎西次仁 m 7-3 住 藏族
dilinuer 迪丽努尔·艾合买提 f 9-6 住 维吾尔族
bateer 巴特尔 m 8-2 住 蒙古族
ouyang-siqi 欧阳思齐 m 8-4
sima-ruolan 司马若兰 f 7-5
qian-hong 钱𬭎 m 8-6
long-yan 龙䶮 m 7-4
su-jie 苏㛃 f 9-1
anna-berger Anna·Berger f 8-2
shan-xiaofeng 单晓峰 m 7-1
zeng-wanqing 曾婉清 f 9-2
xie-simin 解思敏 f 8-3
qiu-yifan 仇一帆 m 9-6
piao-huizhen 朴慧珍 f 7-3 朝鲜族
zha-jingyi 查静怡 f 8-4
ou-zhihao 区志豪 m 7-6
yue-jiayi 乐嘉怡 f 9-4
zhai-mingrui 翟明睿 m 8-1
lu-xingchen 陆星辰 m 7-2
ma-xiaoyun 马晓芸 f 8-6 住 回族
huang-wenbo 黄文博 m 9-3
xu-anran 许安然 f 7-4
guo-zhiyuan 郭志远 m 8-5
lin-yuehan 林月涵 f 9-5
tang-xiaoyu 唐晓雨 f 7-5
feng-haoran 冯浩然 m 8-2
cao-yining 曹一宁 f 7-1 住
peng-jiahui 彭佳慧 f 9-1
xiao-lerong 肖乐融 m 8-4
tian-mengqi 田梦琪 f 7-6 住 土家族
dong-chengyu 董承宇 m 9-2 住
pan-siyuan 潘思媛 f 8-3
yuan-jingxing 袁景行 m 7-3
jiang-nianci 蒋念慈 f 9-6
cai-yunfan 蔡云帆 m 8-1
ye-zhiqiu 叶知秋 f 7-2
du-mingxuan 杜明轩 m 9-4 住
wei-shuyao 韦舒瑶 f 8-6 壮族
shen-moyan 沈默言 m 7-4
fan-xinlei 范欣蕾 f 9-3
fang-dachuan 方大川 m 8-5 住
shi-jingwen 石静雯 f 7-5 苗族
liao-yichen 廖亦辰 m 9-5
bai-luoyi 白洛伊 f 8-4
qin-shouyi 秦守一 m 7-6
you-ran 尤然 f 9-2
kong-lingwei 孔令薇 f 7-3
mao-qiubai 毛秋白 m 8-2
yu-zihan 余紫涵 f 9-6 住
`

/** The named students, in the order of the roster. */
export const CAST: readonly Person[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [key = '', name = '', sex, place = '', ...rest] = row.split(' ')
    const [grade, classNo] = place.split('-').map(Number)
    return {
      key,
      name: name.replace('Anna·Berger', 'Anna Berger'),
      sex: sex === 'm' ? 'male' : 'female',
      gradeNo: grade as Person['gradeNo'],
      classNo: classNo ?? 1,
      ethnicity: rest.find((word) => word.endsWith('族')) ?? '汉族',
      boarding: rest.includes('住'),
    }
  })

/** One of the cast by key, e.g. `li-ruoxi`. */
export function person(key: string): Person {
  const found = CAST.find((one) => one.key === key)
  if (!found) throw new RangeError(`the cast has no ${key}`)
  return found
}

export const nameIn = (language: Language, name: string): string => (language === 'zh' ? name : latinNameOf(name))

const SURNAMES = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾韦',
)
const MIDDLES = Array.from('子雨梓思佳欣浩宇一嘉明晓文婉静雅俊泽承景知云安若怡书沐清语星乐启远舒锦亦向念')
const GIRL_ENDS = Array.from('涵萱琪怡彤瑶洁婷蕾妍菲玥宁芸柔岚薇霏晴念')
const BOY_ENDS = Array.from('轩宸睿博豪杰铭阳航哲鑫辰峰川磊旭恒毅帆朗')

/** The n-th of the many (n from 0): the same n gives the same person, neighbours differ, some share a name. */
export function manyPeople(n: number): { name: string; sex: 'male' | 'female' } {
  const sex = n % 2 === 0 ? 'female' : 'male'
  const ends = sex === 'female' ? GIRL_ENDS : BOY_ENDS
  const pick = (list: readonly string[], step: number): string => list[(n * step + 7) % list.length] ?? ''
  const middle = n % 9 === 4 ? '' : (MIDDLES[(n * 17 + Math.floor(n / 59)) % MIDDLES.length] ?? '')
  return { name: `${pick(SURNAMES, 23)}${middle}${ends[Math.floor((n * 13) / 2) % ends.length] ?? ''}`, sex }
}

const BLOCKS = ['160', '161', '163', '164', '168', '169'] as const
/** The n-th mobile number of blocks that are not handed out. */
export const phoneOf = (n: number): string =>
  `${BLOCKS[n % BLOCKS.length]}${String((n * 7_919 + 12_345_678) % 100_000_000).padStart(8, '0')}`

/** Names of a student's mother and father. */
export function parentsOf(name: string, n: number): { mother: string; father: string } {
  const surname = Array.from(name)[0] ?? '王'
  const mothers = ['芳', '敏', '丽娟', '秀英', '燕', '红梅', '玉兰', '海霞']
  const fathers = ['强', '建国', '志刚', '伟', '永明', '国庆', '文斌', '海涛']
  return {
    mother: `${SURNAMES[(n * 31 + 5) % SURNAMES.length]}${mothers[n % mothers.length]}`,
    father: `${surname}${fathers[(n * 3 + 1) % fathers.length]}`,
  }
}
