/**
 * What a counselor may want to look at again in a text: words that sound like a diagnosis or a judgement, inference
 * written as fact, initials instead of a name or a 化名, speech without quotation marks. It works on the words alone,
 * advises and never blocks (精神卫生法 art. 23; capabilities.md S53; peers.md §3.19).
 */
const WORDINGS = ['diagnosis', 'medicine', 'judgement', 'inference', 'initials', 'quotation'] as const
export type Wording = (typeof WORDINGS)[number]
export type Remark = { wording: Wording; at: number; text: string }

const DIAGNOSES =
  /抑郁症|抑郁障碍|焦虑症|焦虑障碍|双相(?:情感)?障碍|双相|躁狂症|躁郁症|精神分裂症?|强迫症|恐惧症|社恐症|自闭症|孤独症|多动症|人格障碍|癔症|神经症|神经衰弱|精神病|厌食症|暴食症|depressive disorder|clinical depression|bipolar|schizophreni\w*|anxiety disorder|autis\w*|\bADHD\b|\bOCD\b|\bPTSD\b|psychosis|personality disorder/giu
const MEDICINES =
  /(?:建议|推荐|可以|应当?|最好)(?:他|她|其|学生)?(?:吃|服用?|加量|减量|停药|换药)|舍曲林|氟西汀|艾司西酞普兰|帕罗西汀|喹硫平|奥氮平|阿立哌唑|碳酸锂|劳拉西泮|阿普唑仑|哌甲酯|sertraline|fluoxetine|escitalopram|paroxetine|quetiapine|olanzapine|aripiprazole|lithium|lorazepam|alprazolam|methylphenidate/giu
const JUDGEMENTS =
  /矫情|懒惰|太懒|品行恶劣|无可救药|不可救药|没有?教养|撒谎成性|性格扭曲|变态|神经质|玻璃心|作风不正|不求上进|装病|问题学生|坏学生|差生|自私自利|心理阴暗|\b(?:lazy|manipulative|attention[- ]seeking|spoiled|hopeless case|drama queen|crazy|abnormal)\b/giu
const INFERENCES =
  /(?:显然|明显(?:是|就是)|肯定是|一定是|无疑是?|其实(?:就)?是因为|根本原因(?:就)?是|毫无疑问)[^，。；！？\n]{0,20}|\b(?:obviously|clearly|undoubtedly|no doubt)\b[^.,;!?\n]{0,30}/giu
/** A surname or a letter standing for a person: 小Ｌ, L同学, 李某, Z. */
const INITIALS = /小?[A-ZＡ-Ｚ](?:同学|某某?|生)|[\u4e00-\u9fff]某(?:某)?(?!些|种|个|天|次|地|人|时|日|件|项|处)/gu
/** Said, and then neither a quotation nor a 说法 of the counselor's own. */
const SPEECH =
  /(?:学生|来访者|他|她|其|家长|母亲|父亲|妈妈|爸爸)(?:自己)?(?:说|表示|称|提到)[：:，,]\s*(?![“”"「『‘'])(?=[我你咱])/gu

/** A hospital may be quoted: with where it comes from in the same sentence. */
const SOURCES =
  /医院|医生|大夫|门诊|住院|出院小结|诊断(?:证明|书|单)|病历|卫生中心|hospital|psychiatrist|doctor|clinic|discharge/iu
const ENDS = /[。！？!?\n]|\.\s/u

const PATTERNS: readonly [Wording, RegExp][] = [
  ['diagnosis', DIAGNOSES],
  ['medicine', MEDICINES],
  ['judgement', JUDGEMENTS],
  ['inference', INFERENCES],
  ['initials', INITIALS],
  ['quotation', SPEECH],
]

/** In the order of the text. */
export function remarksOn(text: string): Remark[] {
  const remarks = PATTERNS.flatMap(([wording, pattern]) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => !(isOfAHospital(wording) && SOURCES.test(sentenceAt(text, index))))
      .filter(({ index }) => wording === 'quotation' || !isQuoted(text, index))
      .map((found): Remark => ({ wording, at: found.index, text: found[0].trim() })),
  )
  return remarks.toSorted((a, b) => a.at - b.at)
}

const isOfAHospital = (wording: Wording): boolean => wording === 'diagnosis' || wording === 'medicine'

function sentenceAt(text: string, at: number): string {
  const before = text.slice(0, at)
  const start = Math.max(...[...before.matchAll(new RegExp(ENDS, 'gu'))].map((end) => end.index + 1), 0)
  const end = text.slice(at).search(ENDS)
  return text.slice(start, end < 0 ? undefined : at + end)
}

/** Between quotation marks stand the words of somebody else. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return [
    ['“', '”'],
    ['「', '」'],
    ['『', '』'],
  ].some(([open = '', close = '']) => before.lastIndexOf(open) > before.lastIndexOf(close))
}
