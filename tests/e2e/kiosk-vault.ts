import { systemClock } from '#electron/host/clock'
import { addStudents, beginAtKiosk, foundSchool, NAMES, openHouse, PASSWORD } from '#tests/electron/kiosk-house'
import { scratchFolder } from '#tests/scratch-folder'

export { PASSWORD }

/** The host of a vault in this process, as the shells run it: to set the scene, and to look afterwards. */
export const openKioskHost = (folder: string) => openHouse(folder, systemClock)

/** A school with a vault of its own, in which one student is about to fill in forms at this PC. */
export async function vaultAtKiosk(instruments: readonly string[], layout: 'one' | 'all' = 'one') {
  const folder = scratchFolder('kiosk')
  const house = openKioskHost(folder)
  await foundSchool(house)
  const [studentId = ''] = await addStudents(house)
  const assessmentIds: string[] = []
  for (const instrumentId of instruments) assessmentIds.push(await beginAtKiosk(house, studentId, instrumentId))
  await house.ask('kiosk.start', { studentId, assessmentIds, language: 'zh', layout, aloud: true })
  return { folder, studentId, assessmentIds, names: NAMES }
}
