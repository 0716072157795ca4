/** A process that stays in one state of the room until it is killed, so that its memory can be looked at. */
import { openHouse, PASSWORD, PHQ9, WISHES } from '#tests/electron/kiosk-house'

const EVERYBODY = { text: '', grade: null, className: null, known: false, offset: 0, limit: 50 }
const [folder = '', until = '', studentId = '', ...assessmentIds] = process.argv.slice(2)
const house = openHouse(folder)
if (until !== 'come-back') await house.ask('vault.unlock', { password: PASSWORD })
if (until === 'start') await house.ask('kiosk.start', { studentId, assessmentIds, ...WISHES })
if (until === 'come-back') {
  await house.ask('kiosk.view')
  await house.ask('kiosk.save', { answers: [PHQ9, {}] })
} else if (until === 'unlock') await house.ask('students.list', EVERYBODY)
process.stdout.write(`${house.life.state()}\n`)
setInterval(() => undefined, 60_000)
