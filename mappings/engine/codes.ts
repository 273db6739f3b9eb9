// Code tables: ConceptMap-shaped lists, looked up exactly, then without case, then by the first 40 letters and digits.

export interface ConceptMap {
  readonly resourceType: string
  readonly id: string
  readonly group: readonly Group[]
}

interface Group {
  readonly source: string
  readonly target: string
  readonly element: readonly Element[]
}

interface Element {
  readonly code: string
  readonly display: string
  readonly target: readonly { readonly code: string; readonly display: string; readonly equivalence: string }[]
}

export interface Coding {
  readonly system: string
  readonly code: string
  readonly display?: string
}

export interface Found {
  /** The code as the source's own list has it. */
  readonly source: Coding
  /** Absent: the list knows the code, the target system does not. */
  readonly target?: Coding
  readonly isExact: boolean
  readonly equivalence: string
}

export interface CodeTable {
  readonly id: string
  readonly sourceSystem: string
  readonly targetSystem: string
  find(text: string, aliases?: Readonly<Record<string, string>>): Found | undefined
  /** The source's code for a target code; where several lead there, the first in the list. */
  findBack(code: string): Coding | undefined
  readonly codes: readonly string[]
}

export function codeTable(map: ConceptMap): CodeTable {
  const group = map.group[0] ?? { source: '', target: '', element: [] }
  const exact = new Map(group.element.map((element) => [element.code, element]))
  const folded = unambiguous(group.element, (element) => element.code.toLowerCase())
  const prefixes = unambiguous(group.element, (element) => prefixOf(element.display))
  const back = new Map<string, Coding>()
  for (const element of group.element) {
    const target = element.target[0]
    if (target && !back.has(target.code)) back.set(target.code, codingOf(group.source, element))
  }
  const lookUp = (text: string) => exact.get(text) ?? folded.get(text.toLowerCase()) ?? prefixes.get(prefixOf(text))
  return {
    id: map.id,
    sourceSystem: group.source,
    targetSystem: group.target,
    find(text, aliases = {}) {
      const element = lookUp(text) ?? lookUp(aliasOf(text, aliases) ?? '')
      return element && foundOf(group, element, text)
    },
    findBack: (code) => back.get(code),
    codes: group.element.map((element) => element.code),
  }
}

/** Local lists are cut at 50 characters and lose their punctuation; 40 letters and digits still tell them apart. */
export const prefixOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 40)

/** Two elements under one key are no answer: the key is left out. */
function unambiguous(elements: readonly Element[], keyOf: (element: Element) => string): Map<string, Element> {
  const groups = Map.groupBy(elements, keyOf)
  groups.delete('')
  return new Map([...groups].flatMap(([key, [first, ...others]]) => (first && others.length === 0 ? [[key, first]] : [])))
}

function aliasOf(text: string, aliases: Readonly<Record<string, string>>): string | undefined {
  if (Object.hasOwn(aliases, text)) return aliases[text]
  const key = prefixOf(text)
  return Object.entries(aliases).find(([alias]) => prefixOf(alias) === key && key !== '')?.[1]
}

function foundOf(group: Group, element: Element, text: string): Found {
  const target = element.target[0]
  return {
    source: codingOf(group.source, element),
    ...(target && { target: codingOf(group.target, target) }),
    isExact: element.code === text,
    equivalence: target?.equivalence ?? 'unmatched',
  }
}

const codingOf = (system: string, { code, display }: { code: string; display: string }): Coding => ({ system, code, display })
