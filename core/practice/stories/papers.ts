import type { Story } from '#core/practice/story'

/** Consents that are over or that parents do not agree on, and papers that were scanned. */
export const papers: readonly Story[] = [
  {
    who: 'zhou-yiming',
    steps: [
      { kind: 'consent', ago: 40, at: '12:20', consent: 'confidentiality', signer: 'student' },
      {
        kind: 'consent',
        ago: 25,
        at: '17:05',
        consent: 'recording',
        signer: 'mother',
        scope: ['仅用于督导', 'For supervision only'],
      },
      {
        kind: 'consent',
        ago: 24,
        at: '17:40',
        consent: 'recording',
        signer: 'father',
        answer: 'declines',
        mode: 'spoken',
        scope: ['电话中说不希望录音', 'Said on the phone that he does not want it'],
      },
      {
        kind: 'attachment',
        ago: 24,
        at: '17:50',
        of: 'signed-paper',
        name: ['录音同意书（母亲签）', 'Consent to recording (signed by the mother)'],
        note: ['原件在柜中', 'The paper is in the cupboard'],
        lines: [9, 10, 8, 10, 10, 6, 0, 10, 9, 10, 4],
      },
    ],
  },
  {
    who: 'sun-hao',
    steps: [
      {
        kind: 'consent',
        ago: 53,
        at: '12:20',
        consent: 'sharing',
        signer: 'mother',
        sharedWith: 'class-teacher',
        untilAgo: 4,
        scope: ['出勤与作息，到期中为止', 'Attendance and sleep, until mid-term'],
      },
      {
        kind: 'attachment',
        ago: 24,
        at: '16:10',
        of: 'medical',
        name: ['出院小结', 'Discharge summary'],
        note: ['母亲带来，复印后退还', 'Brought by his mother, returned after copying'],
        lines: [4, 10, 10, 9, 10, 0, 5, 10, 10, 7, 0, 8, 10],
      },
    ],
  },
]
