// References that are `Type/id` and nothing more, as nearly all are: which type they name, told without making new texts.

export interface PlainType {
  readonly name: string
  readonly number: number
}

export interface PlainTypes {
  /** The type of `Type/id`; undefined for any other text, and for what is no type. */
  at(text: string): PlainType | undefined
}

/** Resource types that a reference may name. */
export interface Targets {
  readonly names: readonly string[]
  has(type: PlainType): boolean
}

export function targetsOf(names: readonly string[]): Targets {
  /** By number. */
  const known: (boolean | undefined)[] = []
  return {
    names,
    has: ({ name, number }) => (known[number] ??= names.includes(name)),
  }
}

/** Types that were met, by the length of their name and its first letter: nearly always one or two. */
export function plainTypes(isTypeName: (name: string) => boolean): PlainTypes {
  const met: PlainType[][] = []
  let count = 0

  function at(text: string): PlainType | undefined {
    const { length } = text
    const first = text.charCodeAt(0)
    if (!(first >= 65 && first <= 90)) return undefined
    let slash = 1
    while (slash < length && slash <= longestName && text.charCodeAt(slash) !== letterSlash) slash += 1
    if (slash > longestName || !isId(text, slash + 1)) return undefined
    const candidates = met[slash * 32 + first - 65]
    if (candidates === undefined) return undefined
    for (let i = 0; i < candidates.length; i += 1) {
      const one = candidates[i]
      if (one !== undefined && begins(text, one.name)) return one
    }
    const name = text.slice(0, slash)
    if (!isTypeName(name)) return undefined
    const made = { name, number: count }
    count += 1
    candidates.push(made)
    return made
  }

  for (let place = 0; place < (longestName + 1) * 32; place += 1) met.push([])
  return { at }
}

const longestName = 40
const letterSlash = 47
const longestId = 64

/** As `startsWith`, which is slower for a name of a few letters. */
function begins(text: string, name: string): boolean {
  for (let i = name.length - 1; i > 0; i -= 1) if (text.charCodeAt(i) !== name.charCodeAt(i)) return false
  return true
}

/** `text` from a position on. */
function isId(text: string, from: number): boolean {
  const { length } = text
  if (length <= from || length > from + longestId) return false
  for (let i = from; i < length; i += 1) {
    const code = text.charCodeAt(i)
    if (code > 127 || isOfId[code] === 0) return false
  }
  return true
}

const isOfId = new Uint8Array(128)
for (const one of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.') isOfId[one.charCodeAt(0)] = 1
