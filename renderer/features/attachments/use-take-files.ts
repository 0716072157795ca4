import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_ATTACHMENT_BYTES } from '#contract/attachment-files'
import type { AttachmentKind } from '#contract/code-tables'
import { AppError } from '#contract/errors'
import { base64Of } from '#lib/attachment-content'
import { cleanText } from '#lib/clean-paste'
import { client } from '#lib/client'
import { queryClient } from '#lib/query'
import type { Of } from './queries.ts'

export type Refused = { name: string; error: unknown }

/** Takes files in, one after the other. What is refused is said by name; the others are in the vault all the same. */
export const useTakeFiles = (studentId: string, of: Of, kind: AttachmentKind) => {
  const { t } = useTranslation()
  const isTaking = useRef(false)
  const [taking, setTaking] = useState<string | null>(null)
  const [refused, setRefused] = useState<readonly Refused[]>([])

  const keep = async (file: File, name: string): Promise<void> => {
    if (file.size > MOST_ATTACHMENT_BYTES) throw new AppError('invalid', { field: 'content', reason: 'too-large' })
    const content = await base64Of(file)
    const fields = { name, kind, note: '' }
    const [id, requestId] = [crypto.randomUUID(), crypto.randomUUID()]
    await client.attachments.add({ id, requestId, studentId, ...of, fields, content })
  }
  const take = async (files: readonly File[], pasted = false): Promise<void> => {
    if (isTaking.current || files.length === 0) return
    isTaking.current = true
    setRefused([])
    for (const file of files) {
      const name = pasted ? t('attachments.pasted') : cleanText(file.name, true).slice(-200)
      setTaking(name)
      try {
        await keep(file, name || t('attachments.pasted'))
      } catch (error) {
        setRefused((before) => [...before, { name, error }])
      }
    }
    isTaking.current = false
    setTaking(null)
    await queryClient.invalidateQueries({ queryKey: ['attachments'] })
  }
  return { take, taking, refused }
}
