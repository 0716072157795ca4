import '#fonts/fonts.css'
import './frame.css'
import './pieces.css'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { MemoryRouter } from 'react-router'
import { addAllWords } from '#lib/all-words'
import { queryClient } from '#lib/query'
import { setLanguage } from '#lib/words'
import { workplaceQuery } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { AppFrame } from './AppFrame.tsx'
import { Look } from './Look.tsx'

addAllWords()

/** The open room: look, language, data and pages. Loaded while the password is typed. */
export function Room({ isPractice }: { isPractice: boolean }) {
  return (
    <QueryClientProvider client={queryClient}>
      <OpenRoom isPractice={isPractice} />
    </QueryClientProvider>
  )
}

function OpenRoom({ isPractice }: { isPractice: boolean }) {
  const { data: workplace, error, refetch } = useQuery(workplaceQuery)
  const language = workplace?.preferences.language
  useEffect(() => {
    if (language) setLanguage(language)
  }, [language])
  return (
    <Look wanted={workplace?.preferences.theme ?? 'system'}>
      {error && !workplace && <ErrorState error={error} onRetry={() => void refetch()} />}
      {workplace && (
        <MemoryRouter>
          <Suspense fallback={null}>
            <AppFrame isPractice={isPractice} />
          </Suspense>
        </MemoryRouter>
      )}
    </Look>
  )
}
