import type { z } from 'zod'
import type { assessments, CoursePoint } from '#contract/assessments'
import type { ReadContext } from '#core/context'
import { found } from '#core/found'
import { changeBetween, changeThreshold } from '#core/instruments/change'
import { inForce } from '#core/instruments/editions'
import { findResultsOf } from '#db/repos/assessments'

type Course = z.output<NonNullable<(typeof assessments.course)['~orpc']['outputSchema']>>

/** A student's scores over time on the scales of today's edition; each point is read from its own stored result. */
export function courseOf(ctx: ReadContext, studentId: string, instrumentId: string): Course {
  const { file } = found(inForce(ctx.db, instrumentId), 'instrumentId')
  const results = findResultsOf(ctx.db, studentId, instrumentId)
  return {
    scales: file.scales
      .filter(({ primary }) => primary)
      .map((scale) => {
        const { id, title, min, max, higherIs, bands } = scale
        const threshold = changeThreshold(scale)
        const points = results.flatMap(({ id: assessmentId, takenOn: on, mode, result }): CoursePoint[] => {
          const then = result.scales.find((one) => one.id === id)
          if (!then) return []
          const band = then.band && { zh: then.band.zh, en: then.band.en, severity: then.band.severity }
          return [{ assessmentId, on, mode, valid: result.valid, score: then.score, band, change: null }]
        })
        return {
          id,
          title,
          min,
          max,
          higherIs,
          bands: bands.map(({ from, to, zh, en, severity }) => ({ from, to, zh, en, severity })),
          threshold: threshold && { points: threshold.points, source: threshold.source },
          points: points.map((point, i) => {
            const before = points[i - 1]
            return before ? { ...point, change: changeBetween(scale, before.score, point.score) } : point
          }),
        }
      }),
  }
}
