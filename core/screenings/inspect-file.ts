import { schoolYearOf } from '#contract/calendar'
import type { ResultSheet } from '#contract/screenings'
import type { ReadContext } from '#core/context'
import { found } from '#core/found'
import { decodeBase64 } from '#core/imports/base64'
import { getSetting } from '#core/settings'
import { findEdition } from '#db/repos/instruments'
import type { RoundRow } from '#db/repos/screenings'
import { describeResults } from './find-results.ts'

/** Files that wait; more than a person has open at once is memory for nothing. */
const MOST_OPEN_FILES = 2

export async function inspectFile(
  ctx: ReadContext,
  { editionId }: RoundRow,
  fileName: string,
  content: string,
): Promise<{ fileId: string; sheets: ResultSheet[] }> {
  const { file } = found(findEdition(ctx.db, editionId), 'roundId')
  const time = { stage: getSetting(ctx.db, 'school').stage, schoolYear: schoolYearOf(ctx.today()) }
  const workbook = await ctx.services.readWorkbook(fileName, decodeBase64(content))
  const fileId = ctx.newId()
  const { openFiles } = ctx.services
  openFiles.set(fileId, { fileName, workbook })
  for (const oldest of [...openFiles.keys()].slice(0, -MOST_OPEN_FILES)) openFiles.delete(oldest)
  return { fileId, sheets: describeResults(workbook, file, time) }
}
