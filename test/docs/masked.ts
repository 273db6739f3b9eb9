// What is other each time (ids, times, tokens) as its kind, so that a page's answer can be held against the one that came.

const masks: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, 'TOKEN'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, 'ID'],
  [/\b[0-9a-f]{64}\b/g, 'DIGEST'],
  [/\b[0-9a-f]{20}\b/g, 'CONTROL'],
  [/\b\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)?/g, 'TIME'],
  [/\b20\d{12}([.+]\d+)*\b/g, 'TIME'],
  [/\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT/g, 'TIME'],
  [/\bin \d+\.\d s\b/g, 'in N s'],
  [/\b\d+ ms\b/g, 'N ms'],
  [/\bseed \w+/g, 'seed SEED'],
  [/\bNode \d+\.\d+\.\d+/g, 'Node VERSION'],
  [/\b999\d{7} \w+ Testperson-\w+/g, 'PERSON'],
  [/\bhome-first-docs-\w+/g, 'FOLDER'],
]

export const masked = (text: string): string => masks.reduce((all, [pattern, word]) => all.replaceAll(pattern, word), text)

/** A line with nothing but `…` stands for any number of lines, and a `…` in a line for the rest of what stands there. */
export function isSameText(shown: string, came: string): boolean {
  const lines = masked(shown).trim().split('\n')
  const pattern = lines.map((line) => {
    if (line === '…') return '(?:.*\\n)*?'
    return `${line.trimEnd().split('…').map(RegExp.escape).join('.*')}[ ]*\\n`
  })
  return new RegExp(`^${pattern.join('')}$`).test(`${masked(came).trim()}\n`)
}

/** A member `…` means that there are others, an element `…` that there are more. */
export function isSameJson(shown: unknown, came: unknown): boolean {
  if (typeof shown === 'string') return typeof came === 'string' && masked(shown) === masked(came)
  if (Array.isArray(shown)) {
    if (!Array.isArray(came)) return false
    const own = shown.filter((one) => one !== '…')
    if (own.length === shown.length) return own.length === came.length && own.every((one, i) => isSameJson(one, came[i]))
    // In their order, with others between them.
    let at = 0
    return own.every((one) => {
      const found = came.findIndex((other, i) => i >= at && isSameJson(one, other))
      at = found + 1
      return found >= 0
    })
  }
  if (typeof shown !== 'object' || shown === null) return shown === came
  if (typeof came !== 'object' || came === null || Array.isArray(came)) return false
  const { '…': open, ...own } = shown as Readonly<Record<string, unknown>>
  const members = came as Readonly<Record<string, unknown>>
  const others = Object.keys(members).filter((name) => !Object.hasOwn(own, name))
  return (open !== undefined || others.length === 0) && Object.entries(own).every(([name, one]) => isSameJson(one, members[name]))
}
