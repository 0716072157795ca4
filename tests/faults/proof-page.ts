import { type FigureLine, PROOF_IDS, PROOFS, type ProofId, sentenceOf } from './proofs.ts'

export type Machine = { cpu: string; cores: number; memoryGb: number; system: string; node: string }
/** What the page is made from; the page carries it. */
export type ProofData = { on: string; machine: Machine; lines: FigureLine[] }

/** `docs/proof.md`. */
export function proofPage(data: ProofData): string {
  const { cpu, cores, memoryGb, system, node } = data.machine
  return `# Proof

Made by \`npm run faults\` on ${data.on} from what the tests of \`tests/faults/\` measured; nobody writes in it by hand. The quick
tier is part of \`npm test\`, the long one is \`npm run faults\`; \`--minutes\` may have ended it before its full number. A figure reads:
so many of so many tries went wrong.

Machine: ${cpu}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}.

| id | what is tried, and what must not happen | figure | tier | on | commit |
|---|---|---|---|---|---|
${PROOF_IDS.map((id) => rowOf(id, data.lines)).join('\n')}

## Not covered
- Real power cuts and disks that lie about flushing: power cuts are replayed from the writes that were made, with everything that
  was not flushed kept, dropped or torn in sectors of 512 bytes.
- Windows and macOS: faults of the disk are made between Node and the C library of Linux.
- Electron's own runtime: the same host runs in Node, the same window in Chromium.
- What the system itself keeps of a running program: swap, hibernation, crash dumps where they are switched on, the printer's queue.
  Pipes, sockets and shared memory are not looked into for readable text.
- What is done to the vault while it is open by somebody who controls the computer.
- A figure of 0 says that none of these tries went wrong, not that none can.

<!-- data
${JSON.stringify(data, null, 1)}
-->
`
}

/** What a page was made from. */
export function dataOf(page: string): ProofData {
  const found = /<!-- data\n(.*)\n-->/su.exec(page)?.[1]
  if (!found) throw new Error('a page of proof without its data')
  return JSON.parse(found) as ProofData
}

/** Of each thing that was tried the newest figure, in the order of the proofs. */
export function newestOf(lines: readonly FigureLine[]): FigureLine[] {
  const newest = new Map<string, FigureLine>()
  for (const line of lines.toSorted((a, b) => a.at.localeCompare(b.at))) newest.set(`${line.id} ${line.what}`, line)
  return PROOF_IDS.flatMap((id) => [...newest.values()].filter((line) => line.id === id))
}

function rowOf(id: ProofId, lines: readonly FigureLine[]): string {
  const own = lines.filter((line) => line.id === id)
  const cells = (take: (line: FigureLine) => string): string => [...new Set(own.map(take))].join('<br>') || '–'
  const figures = own.map(sentenceOf).join('<br>') || 'not tried yet'
  return `| ${id} | ${PROOFS[id]} | ${figures} | ${cells(({ tier }) => tier)} | ${cells(({ at }) => at.slice(0, 10))} | ${cells(({ commit }) => commit)} |`
}
