import { queryOptions } from '@tanstack/react-query'
import type { PrintForm } from '#contract/prints'
import { client } from '#lib/client'

export const printQueries = {
  /** Each look is recorded, so the same paper is asked for once and kept only while it is on the desk. */
  preview: (form: PrintForm, subjectId: string) =>
    queryOptions({
      queryKey: ['prints', form, subjectId],
      queryFn: () =>
        form === 'appointment-slip'
          ? client.prints.previewSlip({ visitId: subjectId })
          : client.prints.preview({ form, subjectId }),
      staleTime: Infinity,
      gcTime: 0,
    }),
}
