import { queryOptions } from '@tanstack/react-query'
import type { AttachmentAbout } from '#contract/code-tables'
import { client } from '#lib/client'

export type Of = { about: AttachmentAbout; aboutId: string }

export const attachmentQueries = {
  list: (studentId: string, of: Of | null) =>
    queryOptions({
      queryKey: ['attachments', 'list', studentId, of],
      queryFn: () => client.attachments.list({ studentId, of }),
    }),
}
