import type { Story } from './story.ts'
export const themedStories = (_today: string, _startsOn: string): Story[] => []
