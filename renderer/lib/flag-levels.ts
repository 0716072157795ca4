/** Words by which platforms say that nothing stands out. */
const QUIET = /^(无|否|正常|绿|绿色|健康|良好|无预警|未预警|不预警|一般|none|no|normal|green|ok|[-—/])$/iu

export const isQuietLevel = (level: string): boolean => level.trim() === '' || QUIET.test(level.trim())

/** Which of the file's levels flag to begin with: those that did before, else every one that says anything. */
export const startingLevels = (found: readonly { level: string }[], before: readonly string[]): string[] => {
  const levels = found.map(({ level }) => level).filter((level) => level.trim() !== '')
  const kept = levels.filter((level) => before.includes(level))
  return kept.length > 0 ? kept : levels.filter((level) => !isQuietLevel(level))
}
