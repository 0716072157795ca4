import type { CoursePoint, InPersonTask } from '#contract/assessments'
import type { Result, ScaleScore } from '#contract/results'
import { bothIn } from '#lib/both'
import { currentLanguage } from '#lib/words'
import { EntryRow } from './EntryRow.tsx'
import { paperDate } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { TextRow } from './TextRow.tsx'
import type { usePaperWords } from './use-paper-words.ts'

type PaperWords = ReturnType<typeof usePaperWords>
const WIDTHS = { figure: '18mm', range: '20mm', band: '52mm', missing: '34mm' } as const

/** One line for each scale, the ones that count first, and whether the sheet is valid. */
export function scoreRows({ t }: PaperWords, result: Result) {
  const language = currentLanguage()
  const scales = result.scales.toSorted((a, b) => Number(b.primary) - Number(a.primary))
  const left = ({ missing, prorated }: ScaleScore): string =>
    missing === 0 ? '' : t(prorated ? 'test-papers.result.prorated' : 'test-papers.result.missed', { n: missing })
  const standing = [
    result.void
      ? t('test-papers.result.void')
      : result.incomplete
        ? t('test-papers.result.incomplete')
        : t(result.valid ? 'test-papers.result.valid' : 'test-papers.result.invalid'),
    ...result.warnings.map((warning) => bothIn(language, warning)),
  ]
  return [
    <EntryRow
      key="titles"
      heads="scores"
      columns={[
        { key: 'scale', width: '*', align: 'begins', content: t('test-papers.result.scale') },
        { key: 'score', width: WIDTHS.figure, align: 'figure', content: t('test-papers.result.score') },
        { key: 'range', width: WIDTHS.range, align: 'figure', content: t('test-papers.result.range') },
        { key: 'band', width: WIDTHS.band, content: t('test-papers.result.band') },
        { key: 'missing', width: WIDTHS.missing, content: t('test-papers.result.missing') },
      ]}
    />,
    ...scales.map((scale) => (
      <EntryRow
        key={scale.id}
        under="scores"
        columns={[
          {
            key: 'scale',
            width: '*',
            align: scale.primary ? undefined : 'part',
            content: (
              <>
                {bothIn(language, scale.title)}
                {scale.alternates.map((other) => (
                  <div key={other.id} className="paper-hint">
                    {t('test-papers.result.alternate', {
                      label: bothIn(language, other),
                      score: other.score,
                      min: other.min,
                      max: other.max,
                    })}
                  </div>
                ))}
              </>
            ),
          },
          {
            key: 'score',
            width: WIDTHS.figure,
            align: 'figure',
            content: <strong>{scale.score ?? t('test-papers.no')}</strong>,
          },
          { key: 'range', width: WIDTHS.range, align: 'figure', content: `${scale.min}–${scale.max}` },
          { key: 'band', width: WIDTHS.band, content: scale.band ? bothIn(language, scale.band) : '' },
          { key: 'missing', width: WIDTHS.missing, content: left(scale) },
        ]}
      />
    )),
    <Row key="validity" cells={[{ label: t('test-papers.result.validity'), value: standing.join(' ') }]} />,
  ]
}

/** The answers that call for a talk in person, the blanks, and what came out of it. */
export function criticalRows({ t, code }: PaperWords, result: Result, tasks: readonly InPersonTask[]) {
  const language = currentLanguage()
  if (result.critical.length === 0 && result.askInPerson.length === 0)
    return (
      <Row cells={[{ label: t('test-papers.result.criticalShort'), value: t('test-papers.result.criticalNone') }]} />
    )
  return [
    <EntryRow
      key="titles"
      heads="critical"
      columns={[
        { key: 'question', width: '*', align: 'begins', content: t('test-papers.result.question') },
        { key: 'answer', width: '34mm', content: t('test-papers.result.answer') },
        { key: 'urgency', width: '30mm', content: t('test-papers.result.urgency') },
      ]}
    />,
    ...result.critical.map(({ item, question, answer, urgency }) => (
      <EntryRow
        key={item}
        under="critical"
        columns={[
          { key: 'question', width: '*', content: bothIn(language, question) },
          { key: 'answer', width: '34mm', content: bothIn(language, answer) },
          { key: 'urgency', width: '30mm', content: code('urgenciesInPerson', urgency) },
        ]}
      />
    )),
    ...result.askInPerson.map(({ item, question }) => (
      <EntryRow
        key={`blank ${item}`}
        under="critical"
        columns={[
          { key: 'question', width: '*', content: bothIn(language, question) },
          { key: 'answer', width: '64mm', content: t('test-papers.result.blank') },
        ]}
      />
    )),
    ...tasks.map(({ id, seenOn, outcome, note }) => (
      <TextRow
        key={id}
        label={t('test-papers.result.task')}
        above={
          seenOn && outcome
            ? t('test-papers.result.taskDone', { on: paperDate(seenOn), outcome: code('seenOutcomes', outcome) })
            : t('test-papers.result.taskOpen')
        }
        text={note.trim()}
        grows={false}
      />
    )),
  ]
}

/** Every result of the same scale up to this one, oldest first. */
export function courseRows({ t, code }: PaperWords, course: readonly CoursePoint[], hereId: string) {
  const language = currentLanguage()
  return [
    <EntryRow
      key="titles"
      heads="course"
      columns={[
        { key: 'on', width: '54mm', content: t('test-papers.result.takenOn') },
        { key: 'mode', width: '30mm', content: t('test-papers.result.mode') },
        { key: 'score', width: WIDTHS.figure, align: 'figure', content: t('test-papers.result.score') },
        { key: 'band', width: '*', content: t('test-papers.result.band') },
        { key: 'change', width: '32mm', content: t('test-papers.result.change') },
      ]}
    />,
    ...course.map((point) => (
      <EntryRow
        key={point.assessmentId}
        under="course"
        columns={[
          {
            key: 'on',
            width: '54mm',
            content:
              point.assessmentId === hereId
                ? t('test-papers.result.now', { on: paperDate(point.on) })
                : paperDate(point.on),
          },
          { key: 'mode', width: '30mm', content: code('testModes', point.mode) },
          { key: 'score', width: WIDTHS.figure, align: 'figure', content: point.score ?? t('test-papers.no') },
          {
            key: 'band',
            width: '*',
            content: point.valid ? point.band && bothIn(language, point.band) : t('test-papers.result.notValid'),
          },
          {
            key: 'change',
            width: '32mm',
            content: point.change && t(`test-papers.result.changes.${point.change}`),
          },
        ]}
      />
    )),
  ]
}
