import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ErrorState } from './ErrorState.tsx'
import { Rows } from './Rows.tsx'

type Props<Line> = {
  /** What `useQuery` of the list gives. */
  list: Pick<UseQueryResult<Line[]>, 'data' | 'error' | 'refetch'>
  label: string
  /** What is said when it could not be read. */
  failed: string
  /** Stands there when nothing is in it. */
  empty: ReactNode
  /** One row, with its key. */
  children: (line: Line) => ReactNode
}

/** A list that is on its way, could not be read, is empty, or is there. */
export function LoadedRows<Line>({ list: { data, error, refetch }, label, failed, empty, children }: Props<Line>) {
  return (
    <>
      {error && <ErrorState error={error} what={failed} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      {data && (data.length === 0 ? empty : <Rows label={label}>{data.map(children)}</Rows>)}
    </>
  )
}
