import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { client, toAppError } from '#lib/client'
import { paths } from '#lib/paths'
import { queryClient } from '#lib/query'
import { showCrisis } from './use-crisis.ts'

/** Opens the crisis card of a student, or goes to the one that is open already. Asking twice makes one card. */
export const useOpenCrisis = (onOpened: () => void) => {
  const navigate = useNavigate()
  const [error, setError] = useState<unknown>(null)
  const [ids] = useState(() => ({
    id: crypto.randomUUID(),
    requestId: crypto.randomUUID(),
    guestId: crypto.randomUUID(),
    guestRequestId: crypto.randomUUID(),
  }))
  const isOpening = useRef(false)

  const openFor = async (findStudent: () => Promise<string>) => {
    if (isOpening.current) return
    isOpening.current = true
    setError(null)
    try {
      const studentId = await findStudent()
      const crisis = await client.crises.open({ id: ids.id, studentId, requestId: ids.requestId })
      showCrisis(crisis)
      await navigate(paths.crisis(crisis.id))
      onOpened()
      for (const feature of ['students', 'cases']) void queryClient.invalidateQueries({ queryKey: [feature] })
    } catch (failure) {
      setError(toAppError(failure))
    } finally {
      isOpening.current = false
    }
  }

  const open = (studentId: string) => void openFor(() => Promise.resolve(studentId))
  /** Nobody knows yet who it is: a visitor without a place on the roster stands in. */
  const openUnknown = (name: string) =>
    void openFor(async () => {
      const guest = await client.students.add({
        id: ids.guestId,
        fields: { kind: 'guest', name },
        guardians: [],
        requestId: ids.guestRequestId,
      })
      return guest.id
    })
  return { open, openUnknown, error }
}
