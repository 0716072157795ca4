import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { SheetMapping } from '#contract/imports'
import type { SchoolClass } from '#contract/settings'
import { client } from '#lib/client'

export const importQueries = {
  list: queryOptions({ queryKey: ['imports', 'list'], queryFn: () => client.imports.list({}) }),
  /** What would happen. Kept while the next answer is worked out, so that nothing jumps. */
  preview: (fileId: string, mappings: SheetMapping[], classes: SchoolClass[] | null) =>
    queryOptions({
      queryKey: ['imports', 'preview', fileId, mappings, classes],
      queryFn: () => client.imports.preview({ fileId, mappings, classes }),
      placeholderData: keepPreviousData,
      staleTime: Infinity,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
}
