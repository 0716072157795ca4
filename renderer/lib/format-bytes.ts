const STEPS = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['KB', 1e3],
] as const

/** 1.2 GB, 340 MB, 12 KB: as sticks are labelled, in thousands. */
export const formatBytes = (bytes: number): string => {
  const [unit, size] = STEPS.find(([, least]) => bytes >= least) ?? (['KB', 1e3] as const)
  const n = bytes / size
  return `${n < 10 ? Math.round(n * 10) / 10 : Math.round(n)} ${unit}`
}
