import type { Workbook } from '#core/imports/workbook'

/** What an OpenDocument table hides, which the spreadsheet library does not tell: whole sheets, and rows by hand or by filter. */
export function hiddenInOds(workbook: Workbook, content: string): Workbook {
  const unseen = new Set<string>()
  for (const [, name, body] of content.matchAll(
    /<style:style\b[^>]{0,500}?style:name="([^"]{1,100})"[^>]{0,500}>([^]{0,400}?)<\/style:style>/g,
  ))
    if (name && body?.includes('table:display="false"')) unseen.add(name)
  const tables = content.split('<table:table ').slice(1)
  if (tables.length === 0) return workbook
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet, index) => {
      const table = tables[index] ?? ''
      const style = /^[^>]*?table:style-name="([^"]*)"/.exec(table)?.[1] ?? ''
      const rows = hiddenRowNumbers(table)
      return {
        ...sheet,
        hidden: sheet.hidden || unseen.has(style),
        hiddenRows: sheet.rowNumbers.flatMap((number, at) => (rows.has(number) ? [at] : [])),
      }
    }),
  }
}

function hiddenRowNumbers(table: string): Set<number> {
  const hidden = new Set<number>()
  let number = 1
  for (const [tag] of table.matchAll(/<table:table-row\b[^>]*>/g)) {
    const repeated = Number(/number-rows-repeated="(\d{1,7})"/.exec(tag)?.[1] ?? 1)
    if (/table:visibility="(collapse|filter)"/.test(tag) && repeated < 10_000)
      for (let step = 0; step < repeated; step++) hidden.add(number + step)
    number += repeated
  }
  return hidden
}
