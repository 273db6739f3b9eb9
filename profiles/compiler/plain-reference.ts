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

/** Types that were met, by the first letter of their name: nearly always one or two. */
export function plainTypes(isTypeName: (name: string) => boolean): PlainTypes {
  const met: Met[][] = []
  let count = 0

  function at(text: string): PlainType | undefined {
    const letter = text.charCodeAt(0) - letterA
    const candidates = letter >= 0 && letter < letters ? met[letter] : undefined
    if (candidates === undefined) return undefined
    for (let i = 0; i < candidates.length; i += 1) {
      const one = candidates[i]
      if (one !== undefined && begins(text, one.codes)) return isId(text, one.codes.length) ? one.type : undefined
    }
    return meet(text, candidates)
  }

  function meet(text: string, candidates: Met[]): PlainType | undefined {
    const slash = text.indexOf('/')
    const name = text.slice(0, slash)
    if (slash < 1 || slash > longestName || !isTypeName(name) || !isId(text, slash + 1)) return undefined
    const type = { name, number: count }
    count += 1
    candidates.push({ type, codes: [...`${name}/`].map((one) => one.charCodeAt(0)) })
    return type
  }

  for (let letter = 0; letter < letters; letter += 1) met.push([])
  return { at }
}

interface Met {
  readonly type: PlainType
  /** Of its name and the slash behind it. */
  readonly codes: readonly number[]
}

const longestName = 40
const letterA = 65
const letters = 26
const longestId = 64

/** As `startsWith`, which is slower for a name of a few letters; from the end, where names differ most. */
function begins(text: string, codes: readonly number[]): boolean {
  if (text.length <= codes.length) return false
  for (let i = codes.length - 1; i > 0; i -= 1) if (text.charCodeAt(i) !== codes[i]) return false
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
