export const zh = {
  title: '用词提醒',
  diagnosis: '像是诊断。写看到的表现；引用医院的结论请写明医院和日期。',
  medicine: '像是用药建议。用药由医生决定；医生开的药请写明来源。',
  judgement: '像是评价。写做了什么、说了什么，别人读到也能明白。',
  inference: '像是把推断写成了事实。可以写“可能”“学生认为”，并写出依据。',
  initials: '是代称。写姓名或身份，如“同桌”“班主任”，以后才认得出。',
  quotation: '后面像是原话，加上引号就分得清。',
  more: '还有 {{n}} 处。',
  setting: '写记录时提醒用词',
  settingHint: '像诊断、评价、推断的词会在文字下面轻轻标出；只是提醒，从不拦住你。',
}

export const en: typeof zh = {
  title: 'Wording',
  diagnosis: 'sounds like a diagnosis. Write what was seen; a hospital may be quoted with its name and the date.',
  medicine: 'sounds like advice about medicine. That is a doctor’s; say where it comes from.',
  judgement: 'sounds like a judgement. Write what was done and said, so that others can follow.',
  inference: 'sounds like inference written as fact. Say “perhaps” or “the student thinks”, and why.',
  initials: 'stands for somebody. A name or a role, such as “desk mate”, will still be understood later.',
  quotation: 'seems to be followed by their own words: quotation marks make that clear.',
  more: '{{n}} more.',
  setting: 'Point out wording while notes are written',
  settingHint:
    'Words that sound like a diagnosis, a judgement or an inference are marked below the text. It advises and never blocks.',
}
