/**
 * Where a text stops being JSON: the offset of the first character that cannot stand there. `JSON.parse` says so only for
 * some mistakes, and in words that differ between versions.
 */
export function firstWrongCharacter(text: string): number {
  const open: ('{' | '[')[] = []
  let at = 0
  let awaits: 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'rest' = 'value'

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found !== null
  }
  const string = (): boolean => take(STRING_START) && take(STRING_REST)

  for (;;) {
    take(SPACE)
    if (awaits === 'rest' && open.length === 0) return at
    if (awaits === 'key or }' && take(OBJECT_END)) {
      open.pop()
      awaits = 'rest'
    } else if (awaits === 'key' || awaits === 'key or }') {
      if (!string()) return at
      awaits = ':'
    } else if (awaits === ':') {
      if (!take(COLON)) return at
      awaits = 'value'
    } else if (awaits === 'rest') {
      const inObject = open.at(-1) === '{'
      if (take(COMMA)) awaits = inObject ? 'key' : 'value'
      else if (take(inObject ? OBJECT_END : ARRAY_END)) open.pop()
      else return at
    } else if (awaits === 'value or ]' && take(ARRAY_END)) {
      open.pop()
      awaits = 'rest'
    } else if (take(OBJECT_START)) {
      open.push('{')
      awaits = 'key or }'
    } else if (take(ARRAY_START)) {
      open.push('[')
      awaits = 'value or ]'
    } else if (text.charAt(at) === '"' ? string() : take(PLAIN)) awaits = 'rest'
    else return at
  }
}

/** Counted as editors do: both from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

const SPACE = /[ \t\r\n]*/uy
const OBJECT_START = /\{/uy
const OBJECT_END = /\}/uy
const ARRAY_START = /\[/uy
const ARRAY_END = /\]/uy
const COLON = /:/uy
const COMMA = /,/uy
const PLAIN = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/uy
/** In two parts, so that a string that breaks off is found where it breaks. Control characters may not stand in one. */
const STRING_START = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/uy
const STRING_REST = /"/uy
