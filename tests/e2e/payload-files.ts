import { builtIn } from '#core/instruments/built-in'

/** Gives texts to put into a field: long ones first, the last of them short enough for any. */
export type Plant = (field: string) => string[]

const one = (plant: Plant, field: string): string => plant(field)[0] ?? ''
const cell = (plant: Plant, field: string): string => `"${one(plant, field).replaceAll('"', '""')}"`
const ASKED = Array.from({ length: 9 }, (_, at) => `q${at + 1}`)

/** A roster, as the office gives it. */
export function roster(plant: Plant): string {
  const fields = ['roster name', 'roster class', 'roster remark']
  const lines = [1, 2, 3].map((no) => `${no}${Date.now()},${fields.map((field) => cell(plant, field)).join()}`)
  return Buffer.from(`学号,姓名,班级,备注\n${lines.join('\n')}\n`).toString('base64')
}

/** A questionnaire of the school's own. */
export function questionnaire(plant: Plant): string {
  const file = builtIn().find((built) => 'items' in built)!
  const said = { zh: one(plant, 'file title'), en: one(plant, 'file title') }
  const items = ('items' in file ? file.items : []).map((item) => ({
    ...item,
    zh: one(plant, 'file item'),
    en: one(plant, 'file item'),
  }))
  return JSON.stringify({ ...file, id: 'own-payloads', title: said, items })
}

/** How many words a platform may have for its levels: as many as one round can flag by. */
const LEVELS = 12
/** One row in so many has an answer that is none, another a number that nobody has. */
const WRONG = 8

/** The answers of a PHQ-9 as a platform gives them, a row for each of these students. */
export function platformFile(plant: Plant, studentNos: readonly string[]): string {
  const levels = Array.from({ length: LEVELS }, () => cell(plant, 'level'))
  const titles = ['学号', '姓名', '班级', '预警等级', cell(plant, 'title'), ...ASKED]
  const rows = studentNos.map((no, at) => {
    const isUnknown = at % WRONG === 1
    const answers = ASKED.map((_, asked) => (at % WRONG === 2 && asked === 4 ? cell(plant, 'answer') : '1'))
    const fields = ['name', 'class'].map((field) => cell(plant, field))
    const number = isUnknown ? cell(plant, 'number') : no
    return [number, ...fields, levels[at % LEVELS], cell(plant, 'remark'), ...answers].join()
  })
  return [titles.join(), ...rows].join('\n')
}
