import type { TagTone } from '#ui/Tag'

/** Red is kept for critical answers: a band alone never says danger. */
export const bandTone = (severity: number): TagTone => (severity === 0 ? 'green' : severity === 1 ? 'plain' : 'amber')
