import type { Names } from './names.ts'

/** The one line that each list of features needs; every change takes the file's text and gives it back. */
export const registrationsOf = (names: Names): Record<string, (text: string) => string> => {
  const { plural, singular, Plural, step } = names
  return {
    'contract/all.ts': (text) =>
      among(
        among(text, `import { ${plural} } from '#contract/${plural}'`, /^import \{ \w+ \} from '#contract/u),
        `  ${plural},`,
        /^ {2}\w+,$/u,
      ),
    'core/all.ts': (text) =>
      among(
        among(text, `import { ${plural}Handlers } from '#core/${plural}'`, /^import \{ \w+Handlers \} from/u),
        `  ${plural}: ${plural}Handlers,`,
        /^ {2}\w+: \w+Handlers,$/u,
      ),
    'core/audit.ts': (text) => before(text, `  '${singular}.added',`, '] as const'),
    'db/migrations/all.ts': (text) =>
      before(text, `import { ${plural} } from './${step}-${plural}.ts'`, 'import type').replace(
        /(Migration\[\] = \[[^\]]*)\]/u,
        `$1, ${plural}]`,
      ),
    'renderer/lib/paths.ts': (text) => before(text, `  ${plural}: '/${plural}',`, '} as const'),
    'renderer/app/routes.tsx': (text) =>
      before(
        text,
        `  { path: paths.${plural}, Page: page('${Plural}Page', () => import('#features/${plural}/${Plural}Page')) },`,
        ']',
      ),
  }
}

/** Puts a line where it belongs by the alphabet among the lines of its kind. */
function among(text: string, line: string, kind: RegExp): string {
  const lines = text.split('\n')
  const own = lines.flatMap((one, i) => (kind.test(one) ? [i] : []))
  const next = own.find((i) => (lines[i] ?? '') > line) ?? (own.at(-1) ?? -1) + 1
  return lines.toSpliced(next, 0, line).join('\n')
}

/** Puts a line before the first one that begins with `mark`. */
function before(text: string, line: string, mark: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((one) => one.startsWith(mark))
  if (at < 0) throw new Error(`There is no line that begins with ${mark}`)
  return lines.toSpliced(at, 0, line).join('\n')
}
