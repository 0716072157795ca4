import { schoolDay } from './school-day.ts'
import { type Deed, request, type Subject, type Teller, text, wallTime } from './telling.ts'

/** Who is to be taken on, one who was, and one who does not want to come for now. */
export function requestDeeds(teller: Teller, subjects: ReadonlyMap<string, Subject>): Deed[] {
  const studentOf = (who: string): string => {
    const subject = subjects.get(who)
    if (!subject) throw new RangeError(`the roster has no ${who}`)
    return subject.studentId
  }
  const { acceptances, declines } = teller.client
  const [waiting, taken, asked] = [studentOf('bai-luoyi'), studentOf('zhai-mingrui'), studentOf('mao-qiubai')]
  const takenId = teller.newId()
  return [
    {
      at: wallTime(teller, { ago: 12, at: '10:05' }),
      run: () =>
        acceptances.request({
          ...request(teller, taken),
          id: takenId,
          fields: {
            askedOn: schoolDay(teller.today, 12),
            source: 'parent',
            askedBy: text(teller, ['母亲', 'Mother']),
            basis: 'brought',
            urgency: 'routine',
            concern: text(teller, ['升学压力大，晚上睡不着。', 'Worried about the next school; lies awake at night.']),
            promises: text(teller, ['电话里说过一周内给他约时间。', 'On the phone: a time within a week.']),
          },
        }),
    },
    {
      at: wallTime(teller, { ago: 9, at: '10:20' }),
      run: () =>
        acceptances.accept({
          ...request(teller, taken),
          acceptanceId: takenId,
          promisesStand: true,
          objection: '',
        }),
    },
    {
      at: wallTime(teller, { ago: 2, at: '16:20' }),
      run: () =>
        acceptances.request({
          ...request(teller, waiting),
          id: teller.newId(),
          fields: {
            askedOn: schoolDay(teller.today, 2),
            source: 'class-teacher',
            askedBy: text(teller, ['高老师', 'Ms Gao']),
            basis: 'brought',
            urgency: 'soon',
            concern: text(teller, [
              '转来一个月，课间总是一个人，本人说愿意找老师聊聊。',
              'New here for a month and always alone between lessons; says she would like to talk.',
            ]),
            promises: text(teller, [
              '班主任说过可以在自习课来。',
              'The class teacher has said she may come during study hours.',
            ]),
          },
        }),
    },
    {
      at: wallTime(teller, { ago: 6, at: '12:40' }),
      run: () =>
        declines.record({
          ...request(teller, asked),
          id: teller.newId(),
          fields: {
            onDay: schoolDay(teller.today, 6),
            askedBecause: 'teacher',
            words: text(teller, [
              '“我没事，就是考试没考好，期末以后再说吧。”',
              '“I am fine, it was just the exam. Ask me after the finals.”',
            ]),
            askAgainOn: schoolDay(teller.today, -21),
          },
        }),
    },
  ]
}
