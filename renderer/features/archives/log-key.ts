import type { LogToLookAt } from '#contract/archives'

/** A counselor keeps one log a day. */
export const keyOf = ({ day, userId }: LogToLookAt): string => `${day} ${userId}`
