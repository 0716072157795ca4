/** A process in which the counselor leaves the kiosk. It says when the vault is open. Made to be killed right after. */
import { clockFrom } from '#electron/host/clock'
import { openHouse, PASSWORD } from '#tests/electron/kiosk-house'

const [folder = ''] = process.argv.slice(2)
const clock = clockFrom(Date.now)
let asked = 0
// Asked for once before the password is looked at, and again as soon as the vault is open.
const telling = {
  ...clock,
  now() {
    if (++asked === 2) process.stdout.write('open\n')
    return clock.now()
  },
}
const house = openHouse(folder, telling)
await house.ask('kiosk.leave', { password: PASSWORD })
process.stdout.write('left\n')
