import type { CoursePoint } from '#contract/assessments'

/** The last valid score before this one, and what the change between them is worth; null for the first. */
export const courseBefore = (
  points: readonly CoursePoint[],
  assessmentId: string,
): { point: CoursePoint; change: CoursePoint['change'] } | null => {
  const at = points.findIndex((point) => point.assessmentId === assessmentId)
  const point = points.slice(0, Math.max(0, at)).findLast(({ valid, score }) => valid && score !== null)
  return point ? { point, change: points[at]?.change ?? null } : null
}
