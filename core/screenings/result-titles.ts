import type { Instrument } from '#contract/instrument-file'
import { compact } from '#core/imports/cell-text'
import { readNumeral } from '#core/imports/numerals'
import { plainTitle, readTitle } from '#core/imports/titles'

/** A meaning as `ColumnMeaning` of the contract writes it. */
export type Meaning = string

const TESTED =
  /^(作答|测评|测试|施测|答题|答卷|完成|提交|测验|填写|结束)(完成|结束)?(日期|时间)$|^(日期|时间)$|^(test|tested|answered|completed|submitted|submission)?(date|time|on|at)$/
const BEGUN = /^(开始|作答开始|答题开始)(日期|时间)$/
const LEVEL =
  /^(系统|综合|心理|总体|最终)?(预警|关注|风险|危机|筛查|警戒)(等级|级别|程度|水平|结果|颜色)?$|^(等级|级别)$|^是否预警$|^(warning|alert|risk)?level$/
/** What a platform works out of a score: not the score itself. */
const DERIVED = /标准分|t分|z分|百分|常模|等级|级别|评价|评语|描述|建议|结论|解释|阳性|percentile|standard/
const LAST_RESORT = /^(账号|帐号|用户名|登录名|登录账号|编号|学生编码)$/
const ENDINGS = /(得分|分数|原始分|粗分|因子分|分值|总分|分量表|量表|因子|维度|倾向分|score|raw|scale|分)$/
const ALIKE: readonly (readonly string[])[] = [
  ['总', '总计', '合计', '量表总', 'total', 'sum'],
  ['效度', '测谎', '说谎', '掩饰', '真实性', 'validity', 'lie'],
]

/** What a title says of a column in a file of this instrument; null when it says nothing we keep apart. */
export function readResultTitle(title: string, file: Instrument): Meaning | null {
  const word = plainTitle(title)
  if (word === '') return null
  const known = readTitle(title)
  if (known?.kind === 'field' && known.field === 'nationalNo') return 'studentNo'
  if (known?.kind === 'field' && isOurs(known.field)) return known.field
  if (TESTED.test(word) || BEGUN.test(word)) return 'testedOn'
  if (LEVEL.test(word)) return 'level'
  if (file.kind !== 'score-entry') return itemOf(title, file)
  return DERIVED.test(word) ? null : scaleOf(word, file)
}

export const isLastResort = (title: string): boolean => LAST_RESORT.test(plainTitle(title))
/** 学籍号 and the time a test was begun give way to a column that says it better. */
export const isSecondChoice = (title: string): boolean => {
  const known = readTitle(title)
  return BEGUN.test(plainTitle(title)) || (known?.kind === 'field' && known.field === 'nationalNo')
}

const isOurs = (field: string): boolean => field === 'studentNo' || field === 'name' || field === 'className'

function scaleOf(word: string, { scales, title, id }: Extract<Instrument, { kind: 'score-entry' }>): Meaning | null {
  const said = stem(withoutName(word, [title.short, id]))
  const found = scales.find((scale) =>
    [scale.title.zh, scale.title.en, scale.id].some((name) => isAlike(said, stem(plainTitle(name)))),
  )
  return found ? `scale:${found.id}` : null
}

/** 学习焦虑因子得分 and 学习焦虑 are one name; 总分 keeps its 总. */
function stem(word: string): string {
  for (let rest = word; ;) {
    const shorter = rest === '总分' ? '总' : rest.replace(ENDINGS, '')
    if (shorter === rest || shorter === '') return rest
    rest = shorter
  }
}

const isAlike = (a: string, b: string): boolean =>
  a === b || ALIKE.some((names) => names.includes(a) && names.includes(b))

/** q1, Q01, 第1题, 题1, 1, 1.做事时…, 第一题, PHQ9_1, phq9_1, or the question itself. */
function itemOf(
  title: string,
  { items, title: own, id }: Exclude<Instrument, { kind: 'score-entry' }>,
): Meaning | null {
  const word = compact(title)
  const asked = items.find((item) => word === item.id || word.includes(compact(item.zh)))
  if (asked) return `item:${asked.id}`
  const rest = withoutName(word.replaceAll(/[_\-.\s]/g, ''), [own.short, id])
  const [, digits, chinese] =
    /^(?:q|item|no|题目|题号|题|第|i)?0*(\d{1,3})(?:题|[、:：,，)）].*|\p{Script=Han}.*)?$/u.exec(rest) ??
    /^第()([一二三四五六七八九十]{1,3})题/.exec(rest) ??
    []
  const number = digits ? Number(digits) : chinese ? readNumeral(chinese) : null
  const item = number === null ? undefined : items[number - 1]
  return item ? `item:${item.id}` : null
}

const withoutName = (word: string, names: readonly string[]): string => {
  const plain = names.map((name) => compact(name).replaceAll(/[_\-.\s]/g, ''))
  const tight = word.replaceAll(/[_\-.\s]/g, '')
  const named = plain.find((name) => tight.startsWith(name) && tight.length > name.length)
  return named === undefined ? word : tight.slice(named.length)
}
