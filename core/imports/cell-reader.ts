import type { RowIssue } from '#contract/imports'
import type { ImportField } from '#contract/roster-lists'
import { cellText, foldWidth, tidyLine } from './cell-text.ts'
import type { Cell } from './workbook.ts'

export type Issue = Pick<RowIssue, 'reason' | 'field' | 'value'>

const MOST: Partial<Record<ImportField, number>> = { address: 500, note: 2000, name: 100 }
const LINE = 200

/** One row by field, with what is wrong in it. The first error stays: a row is listed once. */
export class CellReader {
  error: Issue | null = null
  readonly warnings: Issue[] = []
  private readonly row: readonly Cell[]
  private readonly at: ReadonlyMap<ImportField, number>

  constructor(row: readonly Cell[], at: ReadonlyMap<ImportField, number>) {
    this.row = row
    this.at = at
  }

  cell(field: ImportField): Cell {
    return this.row[this.at.get(field) ?? -1] ?? null
  }

  text(field: ImportField): string {
    return cellText(this.cell(field))
  }

  line(field: ImportField): string | null {
    return foldWidth(tidyLine(this.text(field))).trim() || null
  }

  refuse(reason: Issue['reason'], field: ImportField): void {
    this.error ??= this.issue(reason, field)
  }

  warn(reason: Issue['reason'], field: ImportField): void {
    this.warnings.push(this.issue(reason, field))
  }

  refuseTooLong(): void {
    for (const field of this.at.keys())
      if (this.text(field).trim().length > (MOST[field] ?? LINE)) this.refuse('too-long', field)
  }

  private issue(reason: Issue['reason'], field: ImportField): Issue {
    return { reason, field, value: tidyLine(this.text(field)).slice(0, 100) }
  }
}
