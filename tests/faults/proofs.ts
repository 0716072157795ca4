/** What is proven by trying, in the words of its row in `docs/proof.md`. */
export const PROOFS = {
  D1: 'killed without warning while it works: acknowledged writes lost',
  D2: 'power cut, replayed from the writes that were made: acknowledged writes lost',
  D3: 'damage to the vault file: shown as good',
  D4: 'damage to the write-ahead log: without an alarm',
  D5: 'disk full, read and write errors, short writes: corruption or lost text',
  D8: 'migrations from every released schema, stopped at every statement: not as before, or not finished afterwards',
  K2: 'a changed keyslot file: unlocks or crashes',
  K6: 'a new database key, stopped at every step: vaults that open with other than exactly one key',
  P1: 'readable text in anything any process writes',
  N1: 'packets that leave the computer',
  X1: 'scripts in fields, imports, file names and prints: run',
  X3: 'calls with random input: an uncaught error, or a change in spite of an error',
  H1: 'loopback host, no, old or foreign token: answered',
  H2: 'loopback host, wrong Host, Origin, Sec-Fetch or content type: answered',
  H3: 'loopback host, other pages in a real Chromium: reach it',
  H4: 'loopback host, another account of the computer: gets in',
  H5: 'loopback host, raw bytes: a crash, a hang or an answer with data',
  H6: 'loopback host, secrets in the process list, logs, profile or history',
  H7: 'loopback host, window gone: vault still open',
  A1: 'a changed log: not noticed',
  B1: 'backup, loss, restore: other than before',
  B3: 'damaged, full or pulled out backup media: called good',
} as const
export type ProofId = keyof typeof PROOFS
export const PROOF_IDS = Object.keys(PROOFS) as ProofId[]

/** Read as a sentence: "0 of 100 kills lost an acknowledged write" is `{ bad: 0, of: 100, what: 'kills lost an acknowledged write' }`. */
export type Figures = { bad: number; of: number; what: string }
/** A line of `.cache/faults/<id>.json`. */
export type FigureLine = Figures & { id: ProofId; tier: 'quick' | 'long'; at: string; commit: string }

export const sentenceOf = ({ bad, of, what }: Figures): string =>
  `${bad.toLocaleString('en')} of ${of.toLocaleString('en')} ${what}`
