import type { PrintModel } from '#contract/prints'
import { formatShortWeekday, formatTime } from '#lib/format'
import { CutLine } from './CutLine.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperMoment } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 预约单: when, where and with whom, to take along; below the line what the room keeps. Never why. */
export function AppointmentSlipForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const { slip, school } = model
  if (!slip) return null
  const when = t('hour-papers.slip.span', {
    day: paperDate(slip.from),
    weekday: formatShortWeekday(slip.from),
    from: formatTime(slip.from),
    until: formatTime(slip.until),
  })
  const who = [
    { label: t('forms.student.name'), value: <strong>{slip.studentName}</strong> },
    { label: t('forms.student.className'), value: slip.className },
  ]
  const time = [{ label: t('hour-papers.slip.when'), value: <strong>{when}</strong> }]
  return (
    <PagedForm running={{ ...running(''), isPublic: true, foot: '' }}>
      <FormTitle school={school.name} title={t('hour-papers.slip.title')} about={school.roomName} />
      <Row keep cells={who} />
      <Row keep cells={time} />
      <Row
        keep
        cells={[
          { label: t('hour-papers.slip.place'), value: slip.place },
          { label: t('hour-papers.slip.with'), value: slip.receiverName },
        ]}
      />
      {slip.later.length > 0 && (
        <Row
          keep
          cells={[
            {
              label: t('hour-papers.slip.later'),
              value: slip.later.map((at) => <div key={at}>{paperMoment(at)}</div>),
            },
          ]}
        />
      )}
      <ProseBlock text={t('hour-papers.slip.please')} />
      {school.phone !== '' && <ProseBlock text={t('hour-papers.phone', { phone: school.phone })} />}
      <CutLine words={t('hour-papers.slip.cutHere')} />
      <Row keep cells={who} />
      <Row keep cells={time} />
      <SignatureRow signatures={[{ who: t('hour-papers.slip.sign') }]} />
    </PagedForm>
  )
}
