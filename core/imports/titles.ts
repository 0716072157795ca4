import type { ImportField } from '#contract/roster-lists'
import { compact } from './cell-text.ts'

/** What a column title says: a field, a part of a guardian (`whose` tells guardians apart), a phone of somebody, or nothing we keep. */
export type Meaning =
  | { kind: 'field'; field: ImportField }
  | { kind: 'guardian'; part: 'Name' | 'Relation' | 'Phone'; whose: string | null }
  | { kind: 'phone' }
  | { kind: 'ignored' }

/** Columns a counseling room has no need of, and words that only look like one of ours. */
const IGNORED =
  /身份证|证件|护照|国籍|籍贯|户口|户籍|政治|曾用|英文名|拼音|出生地|工作单位|职业|职务|学历|文化程度|班级数|人数|合计|班内|座号|座位|考号|准考证|考生号|学籍辅号|成绩|分数|得分|银行|卡号|邮箱|email|邮编|qq|微信|照片|身高|体重/
const GUARDIAN =
  /监护人|家长|父|母亲|母|爸|妈|联系人|家庭成员|亲属|家属|家庭(联系)?电话|guardian|parent|father|mother|emergencycontact/
const PHONE = /电话|手机|联系方式|联络方式|号码|phone|mobile|\btel|cell/
const TEACHER = /班主任|辅导员|老师|教师|teacher|counsel/
const RELATION = /关系|称谓|relation/

const FIELDS: readonly [RegExp, ImportField][] = [
  [/^(全国|国家|国网)?学籍(号|编号|号码)$|nationalstudent|^nationalno/, 'nationalNo'],
  [
    /^(学生)?学号$|^学生(编号|证号|号|代码|id)$|^校内学号$|^(student|pupil)(no|id|number|num|code)\.?$|^学籍?编码$|^sid$|学工号/,
    'studentNo',
  ],
  [
    /^(学生|学员|孩子|幼儿)?(姓名|名字|姓名全称)$|^学生$|^中文(姓)?名$|^(student|pupil|full|chinese)?name$|^(student|pupil)(full)?name$/,
    'name',
  ],
  [/^(学生)?性别(码)?$|^sex$|^gender$/, 'sex'],
  [/出生(日期|年月日?|时间|日)?$|^(学生)?生日$|birth|^dob$/, 'birthDate'],
  [/^(所属)?民族$|^族别$|ethnic/, 'ethnicity'],
  [/班主任|辅导员|导员|headteacher|homeroomteacher|formteacher|counsell?or|advis[eo]r|tutor/, 'headTeacher'],
  [
    /^(所在|所属|现在|现|行政|教学)?(年级[/及与和]?)?班级?(名称|别|号|次|名)?$|^class(name|no)?$|^homeroom$|^form$/,
    'className',
  ],
  [/^(所在|所属|现在|现|就读)?(年级|年段|级部|年级名称|届|届别|级)$|^(grade|year)(level|group)?$/, 'grade'],
  [/入学(年份|年度|年|日期|时间|年月)|入校|entryyear|enrol|admission/, 'entryYear'],
  [/学院(名称)?$|院系|^(二级)?院$|^系(部|别)?$|系部|college|faculty|department/, 'college'],
  [/^(所学|就读|所在)?专业(名称)?$|^major$|program/, 'major'],
  [/宿舍|寝室|公寓|床位|房间号|dorm/, 'dormitory'],
  [/住宿|住校|寄宿|走读|内宿|就读方式|boarding|boarder|residen(t|ce)type/, 'boarding'],
  [/地址|住址|居住地|住处|address/, 'address'],
  [/^备注|^说明$|^附注|^特殊情况|^备考$|remark|^notes?$|comment/, 'note'],
]

/** Null when the title says nothing to us and the content has to. */
export function readTitle(title: string): Meaning | null {
  const word = plainTitle(title)
  if (word === '' || /^\d+$/.test(word)) return null
  if (/^(序号?|行号|no\.?|#|index)$/.test(word) || IGNORED.test(word)) return { kind: 'ignored' }
  if (TEACHER.test(word) && PHONE.test(word)) return { kind: 'ignored' }
  if (GUARDIAN.test(word)) return readGuardianTitle(word)
  if (RELATION.test(word)) return { kind: 'guardian', part: 'Relation', whose: null }
  if (PHONE.test(word) && !/学籍|学号|学生号/.test(word))
    return /本人|学生|student|own/.test(word) ? { kind: 'field', field: 'phone' } : { kind: 'phone' }
  const found = FIELDS.find(([pattern]) => pattern.test(word))
  return found ? { kind: 'field', field: found[1] } : null
}

/** 父亲电话 speaks of the father without a column for the relation. */
export function relationInTitle(title: string): string {
  const word = plainTitle(title)
  if (/父母|父或母/.test(word)) return ''
  if (/祖父|爷/.test(word)) return '祖父'
  if (/祖母|奶/.test(word)) return '祖母'
  if (/父|爸|father/.test(word)) return '父亲'
  return /母|妈|mother/.test(word) ? '母亲' : ''
}

/** Without blanks, marks for required cells, hints in brackets and closing colons: *姓 名（必填） is 姓名. */
export const plainTitle = (title: string): string =>
  compact(title)
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|【[^】]*】|<[^>]*>/g, '')
    .replaceAll(/[*:：、。_"'“”?？]/g, '')

function readGuardianTitle(word: string): Meaning {
  const whose = guardianKey(word)
  if (/单位|邮/.test(word)) return { kind: 'ignored' }
  if (whose !== null && /[3-9三四五六]$/.test(whose)) return { kind: 'ignored' }
  if (RELATION.test(word)) return { kind: 'guardian', part: 'Relation', whose: /^(与|和)/.test(word) ? null : whose }
  if (PHONE.test(word)) return { kind: 'guardian', part: 'Phone', whose: /家庭/.test(word) ? null : whose }
  return /地址|住址|address/.test(word)
    ? { kind: 'field', field: 'address' }
    : { kind: 'guardian', part: 'Name', whose }
}

const guardianKey = (word: string): string | null => {
  const relation = relationInTitle(word)
  if (relation !== '') return relation
  const number =
    /(?:监护人|家长|联系人|成员|guardian|parent|contact)([1-9一二三四五六])/.exec(word)?.[1] ??
    /第([一二三四五六])/.exec(word)?.[1]
  return /[1一]/.test(number ?? '') ? '1' : /[2二]/.test(number ?? '') ? '2' : (number ?? '家长')
}
