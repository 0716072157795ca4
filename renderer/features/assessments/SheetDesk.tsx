import './sheets.css'
import type { Assessment } from '#contract/assessments'
import type { Instrument } from '#contract/instrument-file'
import { AloudSheet } from './AloudSheet.tsx'
import { InterviewSheet } from './InterviewSheet.tsx'
import { KioskSheet } from './KioskSheet.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import { ScoreSheet } from './ScoreSheet.tsx'

type Props = { assessment: Assessment; instrument: Instrument }

/** A test that is open: filling it in the way it was begun. */
export function SheetDesk({ assessment, instrument }: Props) {
  const key = assessment.id
  if (instrument.kind === 'score-entry') return <ScoreSheet key={key} assessment={assessment} instrument={instrument} />
  switch (assessment.mode) {
    case 'kiosk':
      return <KioskSheet key={key} assessment={assessment} form={instrument} />
    case 'aloud':
      return <AloudSheet key={key} assessment={assessment} form={instrument} />
    case 'interview':
      return <InterviewSheet key={key} assessment={assessment} form={instrument} />
    case 'paper':
    case 'scores':
    case 'imported':
      return <PaperSheet key={key} assessment={assessment} form={instrument} />
  }
}
