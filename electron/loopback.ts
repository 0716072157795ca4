import { join } from 'node:path'
import { listBuiltFiles } from '#electron/built-files'
import { dataPlace, prepareDataPlace } from '#electron/data-place'
import { startHost } from '#electron/host/start-host'
import { createEnding } from '#electron/loopback/ending'
import { openPractice } from '#electron/loopback/practice'
import { openLoopback } from '#electron/loopback/server'
import { chooseShowing } from '#electron/loopback/show'
import { readWishes } from '#electron/loopback/wishes'

const here = import.meta.dirname
const say = (line: string) => void process.stdout.write(`${line}\n`)
const wishes = readWishes(process.argv.slice(2))

const dataDir = dataPlace()
prepareDataPlace(dataDir)
const host = startHost({ dataDir, threadFile: join(here, 'host/thread.js') })
const ending = createEnding(host, say)
if (wishes.practice) await openPractice(host)

const showing = chooseShowing({ wishes, say, onLeft: () => ending.endWith('left') })
const icon = { type: 'image/png', place: join(here, 'icon.png') }
const loopback = await openLoopback({
  host,
  files: new Map([...listBuiltFiles(join(here, '../renderer')), ['/favicon.ico', icon]]),
  launchLifeMs: showing.launchLifeMs,
  onLaunched: showing.launched,
  onEnd: ending.endWith,
})
ending.closes(showing, loopback)
showing.show(loopback.launchAddress)
