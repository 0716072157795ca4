import { TestTabs } from '#ui/TestTabs'

/** What waits first, then every record. */
export function TestsPage() {
  return <TestTabs />
}
