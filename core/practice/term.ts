import type { Language } from '#contract/vault'
import type { Call, PracticeClock } from './tools.ts'

/** Lives through a term of the practice school, day by day, by the calls of the app. */
export async function fillPractice(call: Call, clock: PracticeClock, language: Language): Promise<void> {
  clock.set(clock.todayMs)
  await call(['settings', 'savePreferences'], { requestId: clock.newId(), preferences: { language } })
}
