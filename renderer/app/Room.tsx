import '#fonts/fonts.css'
import './frame.css'
import './pieces.css'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { MemoryRouter } from 'react-router'
import type { VaultStatus } from '#contract/vault'
import { AlarmGate } from '#features/alarms/AlarmGate'
import { addAllWords } from '#lib/all-words'
import { queryClient } from '#lib/query'
import { setLanguage } from '#lib/words'
import { workplaceQuery } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { AppFrame } from './AppFrame.tsx'
import { lockRoom } from './lock.ts'
import { Look } from './Look.tsx'

addAllWords()

/** The open room: look, language, data and pages. Loaded while the password is typed. */
export function Room({ status }: { status: VaultStatus }) {
  return (
    <QueryClientProvider client={queryClient}>
      <OpenRoom status={status} />
    </QueryClientProvider>
  )
}

function OpenRoom({ status }: { status: VaultStatus }) {
  const { data: workplace, error, refetch } = useQuery(workplaceQuery)
  const language = workplace?.preferences.language
  useEffect(() => {
    if (language) setLanguage(language)
  }, [language])
  return (
    <Look wanted={workplace?.preferences.theme ?? 'system'}>
      <AlarmGate status={status} onLock={() => void lockRoom()}>
        {error && !workplace && <ErrorState error={error} onRetry={() => void refetch()} />}
        {workplace && (
          <MemoryRouter>
            <Suspense fallback={null}>
              <AppFrame isPractice={status.practice} />
            </Suspense>
          </MemoryRouter>
        )}
      </AlarmGate>
    </Look>
  )
}
