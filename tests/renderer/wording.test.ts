import { describe, expect, it } from 'vitest'
import { remarksOn } from '#lib/wording'

const found = (text: string): string[] => remarksOn(text).map(({ wording, text }) => `${wording}: ${text}`)

describe('words to look at again', () => {
  it('marks a diagnosis the room would be making itself', () => {
    expect(found('该生有抑郁症，情绪低。')).toEqual(['diagnosis: 抑郁症'])
    expect(found('He has an anxiety disorder.')).toEqual(['diagnosis: anxiety disorder'])
  })
  it('lets a hospital be quoted when the sentence says so, and only that sentence', () => {
    expect(found('市精神卫生中心 11 月 3 日诊断为抑郁症（家长提供病历）。')).toEqual([])
    expect(found('医院说要复查。我看是抑郁症。')).toEqual(['diagnosis: 抑郁症'])
  })
  it('marks advice about medicine, but not what a doctor prescribed', () => {
    expect(found('建议服用舍曲林')).toEqual(['medicine: 建议服用', 'medicine: 舍曲林'])
    expect(found('门诊医生开了舍曲林。')).toEqual([])
  })
  it('marks judgement and inference written as fact', () => {
    expect(found('他太懒。显然是家里惯的，')).toEqual(['judgement: 太懒', 'inference: 显然是家里惯的'])
  })
  it('marks initials that stand for a person, and leaves ordinary words with 某 alone', () => {
    expect(found('L同学和李某吵架')).toEqual(['initials: L同学', 'initials: 李某'])
    expect(found('在某天、某个地方，有某些原因')).toEqual([])
  })
  it('marks speech in the first person without quotation marks', () => {
    expect(found('学生说：我不想上学。')).toEqual(['quotation: 学生说：'])
    expect(found('学生说：“我不想上学。”')).toEqual([])
    expect(found('学生说昨晚没睡好。')).toEqual([])
  })
  it('leaves the words of the student alone when they stand in quotation marks', () => {
    expect(found('学生说：“他们叫我神经病，我太懒。”')).toEqual([])
  })
  it('says nothing of an ordinary note', () => {
    expect(found('进门主动落座，情绪平稳。近一周睡眠约六小时，与室友关系有缓和。约定一周后再谈。')).toEqual([])
  })
  it('gives where it stands, so that the caret can go there', () => {
    const text = '第一句。第二句有多动症'
    const [remark] = remarksOn(text)
    expect(text.slice(remark!.at, remark!.at + remark!.text.length)).toBe('多动症')
  })
  it('stays quick on a very long text', () => {
    expect(remarksOn('学生说，情绪平稳。'.repeat(2000))).toEqual([])
  })
  it.each(['可能是抑郁症', '像双相', 'looks like bipolar', 'has ADHD'])('%s sounds like a diagnosis', (text) => {
    expect(remarksOn(text)).toMatchObject([{ wording: 'diagnosis' }])
  })
  it.each(['情绪低落两周', '抑郁情绪明显', 'has been sad for weeks', '反复洗手'])('%s does not', (text) => {
    expect(remarksOn(text)).toEqual([])
  })
})
