/** What a school starts from; docs/guide/instrument-file shows the same. */
export const exampleInstrument = {
  formatVersion: 1,
  id: 'school-settling',
  version: '2026-1',
  title: { zh: '入学适应四题', en: 'Settling in, four questions', short: '适应四题' },
  kind: 'self-report',
  license: {
    statement: '本校编制，校内使用。',
    attribution: '本校心理辅导室（2026）。',
    verdict: 'OWN',
  },
  ages: { min: 11, max: 18, note: '初一、高一入学后第一个月。' },
  timeframe: { zh: '最近两周', en: 'the last two weeks' },
  instructions: { zh: '请选出最符合你最近两周情况的一项。', en: 'Choose what fits the last two weeks best.' },
  options: [
    { value: 0, zh: '从不', en: 'Never' },
    { value: 1, zh: '有时', en: 'Sometimes' },
    { value: 2, zh: '经常', en: 'Often' },
    { value: 3, zh: '几乎每天', en: 'Nearly every day' },
  ],
  items: [
    { id: 'q1', zh: '早上不想来学校', en: 'I do not want to come to school in the morning' },
    { id: 'q2', zh: '晚上想家，睡不好', en: 'I miss home at night and sleep badly' },
    { id: 'q3', zh: '课间有同学和我一起', en: 'Classmates spend the breaks with me', reverse: true },
    {
      id: 'q4',
      zh: '觉得撑不下去',
      en: 'I feel I cannot go on',
      critical: {
        when: '>=2',
        reason: { zh: '反复觉得撑不下去，当天面谈', en: 'Often feels unable to go on: see in person that day' },
        urgency: 'same-day',
      },
    },
  ],
  scales: [
    {
      id: 'total',
      title: { zh: '适应困难总分', en: 'Difficulty settling in' },
      items: ['q1', 'q2', 'q3', 'q4'],
      method: 'sum',
      min: 0,
      max: 12,
      bands: [
        { id: 'low', from: 0, to: 4, zh: '较少', en: 'Little', severity: 0 },
        { id: 'some', from: 5, to: 8, zh: '有一些', en: 'Some', severity: 1 },
        { id: 'much', from: 9, to: 12, zh: '较多', en: 'Much', severity: 3 },
      ],
    },
  ],
  missing: { maxMissing: 1, method: 'prorate', rounding: 'half-up', followUpIfMissing: ['q4'] },
  interpretation: {
    zh: '反映入学后两周的适应情况，只是筛查提示，不是诊断，须结合当面谈话。',
    en: 'Shows how the first weeks went. A screening hint only, not a diagnosis; read it together with a talk in person.',
  },
  confidence: { zhText: 'official', note: '本校自编，中文为原文。' },
}
