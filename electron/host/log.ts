/** One line of the technical log: fixed words, references and stack frames. Never a name, a note or an input value. */
export type LogLine = Readonly<Record<string, string>>
export type Log = (line: LogLine) => void

export const logToStderr: Log = (line) => void process.stderr.write(`${JSON.stringify(line)}\n`)
