import type { TagTone } from '#ui/Tag'

/** Red is danger to a child: an interview may say so, a number of points never does. */
export const bandTone = (severity: number, isInterview = false): TagTone => {
  if (severity === 0) return 'green'
  if (severity === 1) return 'plain'
  return isInterview && severity === 4 ? 'red' : 'amber'
}
