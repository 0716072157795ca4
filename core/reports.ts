import type { Report, ReportSection, reports } from '#contract/reports'
import type { Handlers, ReadContext } from '#core/context'
import { found } from '#core/found'
import { closureLines, crisisLines, referralLines, riskLines } from '#core/reports/event-sections'
import { gather } from '#core/reports/facts'
import { numbersOf, recordsOf, type Line } from '#core/reports/lines'
import { checkPeriod, nameOf } from '#core/reports/period'
import { registerLines } from '#core/reports/register-sections'
import { screeningLines, testLines } from '#core/reports/test-sections'
import {
  channelLines,
  gradeLines,
  monthLines,
  overviewLines,
  problemLines,
  sexLines,
  sourceLines,
} from '#core/reports/visit-sections'
import { fileNameOf, paperOf, type Paper } from '#core/reports/paper'
import { getSetting } from '#core/settings'
import { viewerIn } from '#core/ownership'
import { findStudentsOfOthers } from '#db/repos/ownership'
import type { Period } from '#db/repos/reports'

export const reportsHandlers: Handlers<typeof reports> = {
  termly: (ctx, period) => reportOf(ctx, period),
  records(ctx, { section, key, measure, ...period }) {
    const line = linesOf(ctx, period)[section].find((one) => one.key === key)
    const records = recordsOf(found(line, 'key'), measure)
    if (ctx.me.roles.includes('director')) return records
    const others = findStudentsOfOthers(ctx.db, viewerIn(ctx))
    return records.filter(({ studentId }) => !others.has(studentId))
  },
  async export(ctx, { format, language, hideBelow, ...period }) {
    const report = reportOf(ctx, period)
    const paper = paperOf(report, { language, hideBelow, madeBy: ctx.me.name, practice: ctx.practice })
    const content = await writerOf[format](paper)
    return { fileName: `${fileNameOf(report, paper)}.${format}`, content }
  },
}

/** The libraries that write files are loaded when the first file is asked for. */
const writerOf = {
  xlsx: async (paper: Paper) => (await import('#core/reports/write-xlsx')).writeXlsx(paper),
  docx: async (paper: Paper) => (await import('#core/reports/write-docx')).writeDocx(paper),
}

function reportOf(ctx: ReadContext, period: Period): Report {
  const sections = Object.entries(linesOf(ctx, period)) as [ReportSection, Line[]][]
  return {
    ...period,
    termName: nameOf(getSetting(ctx.db, 'terms'), period),
    schoolName: getSetting(ctx.db, 'school').name,
    madeOn: ctx.today(),
    sections: sections.map(([section, lines]) => ({ section, lines: lines.map(numbersOf) })),
  }
}

/** Every section in the order it is shown. */
function linesOf(ctx: ReadContext, period: Period): Record<ReportSection, Line[]> {
  checkPeriod(period)
  const material = gather(ctx.db, period)
  const levels = getSetting(ctx.db, 'riskLevels')
  return {
    overview: overviewLines(material, getSetting(ctx.db, 'bookingRules').maxMinutes),
    month: monthLines(material),
    grade: gradeLines(material, getSetting(ctx.db, 'classes')),
    sex: sexLines(material),
    channel: channelLines(material),
    source: sourceLines(material),
    problem: problemLines(material),
    risk: riskLines(material, levels),
    crisis: crisisLines(material, levels),
    referral: referralLines(material),
    closure: closureLines(material),
    tests: testLines(material),
    screening: screeningLines(material),
    ...registerLines(ctx, period),
  }
}
