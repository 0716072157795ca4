import { useTranslation } from 'react-i18next'
import { areaOf, CHANNELS, PROBLEM_AREAS, SOURCES, VISITORS } from '#contract/code-tables'
import { NOTE_PARTS, OFFICIAL_PARTS } from '#contract/note-parts'
import type { PrintModel } from '#contract/prints'
import type { Visit } from '#contract/visits'
import { formatTime } from '#lib/format'
import { BandRow } from './BandRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperInstant, paperMoment } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 心理辅导记录表 (F07): who, the visit, the six official parts, addenda, level, signatures. */
export function VisitRecordForm({ model }: { model: PrintModel }) {
  const { t, code, ticks, riskTicks, running } = usePaperWords(model)
  const { school, visit, note, risk } = model
  if (!visit) return null
  const problems = [visit.primaryProblem, ...visit.otherProblems].filter((problem) => problem !== null)
  const named = problems.map((problem) =>
    problem === visit.primaryProblem
      ? t('forms.visit.primary', { problem: code('problems', problem) })
      : code('problems', problem),
  )
  const writtenParts = NOTE_PARTS.filter((part) => OFFICIAL_PARTS.includes(part) || note?.body[part].trim())
  return (
    <PagedForm running={running(visit.no)}>
      <FormTitle school={school.name} title={t('forms.visit.title')} />
      <BandRow title={t('forms.visit.who')} />
      <StudentRows model={model} />
      <Row
        cells={[
          { label: t('forms.visit.caseNo'), value: model.case?.no },
          { label: t('forms.visit.ordinal'), value: t('forms.visit.nth', { n: visit.ordinal }) },
          { label: t('forms.visit.place'), value: visit.place },
        ]}
      />
      <BandRow title={t('forms.visit.about')} />
      <Row
        cells={[
          { label: t('forms.visit.time'), value: <VisitTime visit={visit} />, wide: true },
          { label: t('forms.visit.receiver'), value: visit.receiverName },
        ]}
      />
      <Row
        cells={[
          {
            label: t('forms.visit.visitor'),
            value: <TickBoxes ticks={ticks('visitors', VISITORS, [visit.visitor])} />,
            wide: true,
          },
          { label: t('forms.visit.writtenBy'), value: note?.writtenBy },
        ]}
      />
      {visit.doorOpen !== null && (
        <Row
          cells={[
            {
              label: t('forms.visit.door'),
              value: t(visit.doorOpen ? 'forms.visit.doorOpen' : 'forms.visit.doorShut'),
            },
          ]}
        />
      )}
      <Row
        cells={[
          {
            label: t('forms.visit.channel'),
            value: <TickBoxes ticks={ticks('channels', CHANNELS, [visit.channel])} />,
          },
        ]}
      />
      <Row
        cells={[
          { label: t('forms.visit.source'), value: <TickBoxes ticks={ticks('sources', SOURCES, [visit.source])} /> },
        ]}
      />
      <Row
        cells={[
          {
            label: t('forms.visit.problems'),
            value: (
              <>
                <TickBoxes ticks={ticks('areas', Object.keys(PROBLEM_AREAS), problems.map(areaOf))} />
                {named.length > 0 && <div>{t('forms.visit.namely', { problems: named.join(t('forms.comma')) })}</div>}
              </>
            ),
          },
        ]}
      />
      {visit.request && <TextRow label={t('forms.visit.request')} text={visit.request} grows={false} />}
      <BandRow title={t('forms.visit.note')} />
      {writtenParts.map((part) => (
        <TextRow key={part} label={t(`forms.noteParts.${part}`)} text={note?.body[part].trim() ?? ''} />
      ))}
      {note?.addenda.map((addendum) => (
        <TextRow
          key={addendum.id}
          label={t('forms.visit.addendum')}
          above={t('forms.visit.addedBy', { by: addendum.writtenBy, at: paperInstant(addendum.writtenAt) })}
          text={addendum.text.trim()}
          grows={false}
        />
      ))}
      <Row
        keep
        cells={[
          {
            label: t('forms.visit.risk'),
            value: (
              <>
                <TickBoxes ticks={riskTicks(risk?.rank ?? null)} />
                {risk && <div>{t('forms.visit.riskReason', { reason: risk.reason })}</div>}
              </>
            ),
          },
        ]}
      />
      <SignatureRow
        signatures={[
          {
            who: t('forms.visit.counselorSign'),
            name: note?.signedBy ?? undefined,
            when: note?.signedAt ? paperInstant(note.signedAt) : note ? t('forms.visit.unsigned') : undefined,
          },
          { who: t('forms.visit.reviewSign') },
        ]}
      />
    </PagedForm>
  )
}

function VisitTime({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const began = visit.arrivedAt ?? visit.bookedFor
  return (
    <>
      {paperMoment(began)}
      {visit.endedAt && `–${formatTime(visit.endedAt)}`}
      {visit.minutes !== null && t('forms.visit.minutes', { n: visit.minutes })}
    </>
  )
}
