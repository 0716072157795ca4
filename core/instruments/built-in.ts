import { Instrument } from '#contract/instrument-file'
import { CHANGE_POINTS } from './change-points.ts'
import asq from './asq.json' with { type: 'json' }
import cesd from './cesd.json' with { type: 'json' }
import cssrsScreen from './cssrs-screen.json' with { type: 'json' }
import gad7 from './gad7.json' with { type: 'json' }
import k6 from './k6.json' with { type: 'json' }
import mht from './mht.json' with { type: 'json' }
import mssmhs from './mssmhs.json' with { type: 'json' }
import phq9 from './phq9.json' with { type: 'json' }
import rses from './rses.json' with { type: 'json' }
import sas from './sas.json' with { type: 'json' }
import scl90 from './scl90.json' with { type: 'json' }
import sds from './sds.json' with { type: 'json' }
import swls from './swls.json' with { type: 'json' }
import who5 from './who5.json' with { type: 'json' }

const FILES: readonly { id: string }[] = [
  phq9,
  gad7,
  rses,
  k6,
  who5,
  cesd,
  swls,
  asq,
  cssrsScreen,
  mht,
  mssmhs,
  scl90,
  sds,
  sas,
]

let parsed: Instrument[] | undefined

/** The instruments that come with the program: nine with items, five that only take scores. */
export const builtIn = (): Instrument[] => (parsed ??= FILES.map((file) => withChangePoints(Instrument.parse(file))))

export const isBuiltInId = (id: string): boolean => FILES.some((file) => file.id === id)

function withChangePoints(instrument: Instrument): Instrument {
  for (const scale of instrument.scales) {
    const change = scale.change ?? CHANGE_POINTS[instrument.id]?.[scale.id]
    if (change) scale.change = change
  }
  return instrument
}
