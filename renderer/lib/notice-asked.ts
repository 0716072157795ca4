import type { StudentHeader } from '#contract/students'

type Standing = Pick<StudentHeader, 'noticeOn' | 'openCase' | 'openRequestId' | 'openCrisisId' | 'decline'>

/**
 * Whether the notice is said to be missing: once something has begun, a case or a request that waits, and not of somebody who does not
 * want to come. In a crisis it is said all the same.
 */
export const asksForNotice = ({ noticeOn, openCase, openRequestId, openCrisisId, decline }: Standing): boolean => {
  if (noticeOn !== null) return false
  if (openCrisisId !== null) return true
  return decline === null && (openCase !== null || openRequestId !== null)
}
