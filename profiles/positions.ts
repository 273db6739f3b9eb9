// Where in a submitted JSON text the elements stand that issues name.

/** Both count from 1; a column is a UTF-16 unit, a line ends with a line feed. */
export interface Position {
  readonly line: number
  readonly column: number
}

/**
 * The place of each expression's value, or of the nearest that holds it where the element is missing. Expressions are those of
 * issues: `Patient.identifier[0].value`, choices by base or full name, an element of a primitive (`birthDate.extension[0]`, kept in
 * `_birthDate`), `Bundle.entry[2].resource.status`, `contained[0]`; what follows another function than `ofType` or `as` is not
 * followed. One pass over the text for all of them, on a stack of its own; never throws, also on what is no JSON.
 */
export function positionsOf(text: string, expressions: readonly string[]): ReadonlyMap<string, Position> {
  const root = node(undefined)
  const targets = expressions.map((expression) => [expression, planted(root, expression)] as const)
  locate(text, root)
  const offsets = targets.map(([expression, target]) => [expression, offsetOf(target)] as const)
  const positions = positionsAt(text, new Set(offsets.map(([, offset]) => offset)))
  return new Map(offsets.map(([expression, offset]) => [expression, positions.get(offset) ?? { line: 1, column: 1 }]))
}

/** A step of an expression: a name, or a place in a list (`[2]`). */
interface Node {
  readonly parent: Node | undefined
  readonly children: Map<string, Node>
  offset: number | undefined
  /** How loosely the text at the offset matches: 0 is by the very name. */
  rank: number
}

function node(parent: Node | undefined): Node {
  return { parent, children: new Map(), offset: undefined, rank: Infinity }
}

const stepForm = /\.?(?:`([^`]*)`|([A-Za-z_]\w*))(\()?|\[(\d{1,9})\]/y
const typeForm = /[^()]*\)/y

/** Adds the steps of an expression below the root, which stands for the resource; answers the last. */
function planted(root: Node, expression: string): Node {
  let at = root
  // The resource's type, which the text need not agree with.
  stepForm.lastIndex = /^[A-Z]\w*(?=$|[.[])/.exec(expression)?.[0].length ?? 0
  for (let match = stepForm.exec(expression); match; match = stepForm.exec(expression)) {
    const [, quoted, plain, call, index] = match
    const name = quoted ?? plain ?? `[${index}]`
    const isCast = call !== undefined && (name === 'ofType' || name === 'as')
    if (call === undefined || name === 'extension') at = childOf(at, name)
    if (call !== undefined && !isCast) break
    if (isCast && !passed(expression)) break
    if (stepForm.lastIndex >= expression.length) break
  }
  stepForm.lastIndex = 0
  return at
}

/** Goes behind the type in `ofType(…)`; false when it does not end. */
function passed(expression: string): boolean {
  typeForm.lastIndex = stepForm.lastIndex
  const isClosed = typeForm.test(expression)
  stepForm.lastIndex = typeForm.lastIndex
  return isClosed
}

function childOf(parent: Node, name: string): Node {
  const found = parent.children.get(name)
  if (found) return found
  const made = node(parent)
  parent.children.set(name, made)
  return made
}

function offsetOf(target: Node): number {
  for (let at: Node | undefined = target; at; at = at.parent) if (at.offset !== undefined) return at.offset
  return 0
}

/** A step that the value at hand may be. */
interface Match {
  readonly node: Node
  readonly rank: number
  /** The value stands in a list that the expression does not index: only what is below counts. */
  readonly isThrough: boolean
}

interface Frame {
  readonly isList: boolean
  readonly matches: readonly Match[]
  index: number
  isKeyNext: boolean
}

interface Walk {
  readonly text: string
  at: number
  readonly frames: Frame[]
  /** What the next value may be. */
  next: readonly Match[]
}

const signs = { quote: 34, comma: 44, openList: 91, closeList: 93, openObject: 123, closeObject: 125, backslash: 92 }

function locate(text: string, root: Node): void {
  const walk: Walk = { text, at: 0, frames: [], next: [{ node: root, rank: 0, isThrough: false }] }
  while (walk.at < text.length) step(walk, text.charCodeAt(walk.at))
}

function step(walk: Walk, code: number): void {
  switch (code) {
    case signs.openObject:
    case signs.openList:
      return open(walk, code === signs.openList)
    case signs.closeObject:
    case signs.closeList:
      walk.frames.pop()
      walk.next = []
      walk.at += 1
      return
    case signs.comma:
      return separate(walk)
    case signs.quote:
      return quoted(walk)
    default:
      return isSpaceOrColon(code) ? void (walk.at += 1) : scalar(walk)
  }
}

function isSpaceOrColon(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 58
}

function open(walk: Walk, isList: boolean): void {
  // What nobody asks for is passed over as a whole.
  if (walk.next.length === 0) return skip(walk)
  const matches = isList ? walk.next : withFirst(walk.next)
  mark(matches, walk.at)
  const frame: Frame = { isList, matches, index: 0, isKeyNext: !isList }
  walk.frames.push(frame)
  walk.next = isList ? itemMatches(frame) : []
  walk.at += 1
}

function separate(walk: Walk): void {
  walk.at += 1
  const frame = walk.frames.at(-1)
  if (!frame) return
  frame.index += 1
  frame.isKeyNext = !frame.isList
  walk.next = frame.isList ? itemMatches(frame) : []
}

function quoted(walk: Walk): void {
  const start = walk.at
  walk.at = endOfString(walk.text, start)
  const frame = walk.frames.at(-1)
  if (frame?.isKeyNext) {
    frame.isKeyNext = false
    walk.next = keyMatches(frame, keyOf(walk.text.slice(start, walk.at)))
    return
  }
  mark(withFirst(walk.next), start)
  walk.next = []
}

const scalarForm = /[^\s,:"[\]{}]+/y

function scalar(walk: Walk): void {
  mark(withFirst(walk.next), walk.at)
  walk.next = []
  scalarForm.lastIndex = walk.at
  walk.at += scalarForm.exec(walk.text)?.[0].length ?? 1
}

/** Behind the value that begins here with a brace or bracket. */
function skip(walk: Walk): void {
  const { text } = walk
  let depth = 0
  let at = walk.at
  while (at < text.length) {
    const code = text.charCodeAt(at)
    at = code === signs.quote ? endOfString(text, at) : at + 1
    if (code === signs.openObject || code === signs.openList) depth += 1
    else if ((code === signs.closeObject || code === signs.closeList) && (depth -= 1) === 0) break
  }
  walk.at = at
}

/** Behind the closing quote: the first that an even number of backslashes stands before. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0
    while (quote - 1 - backslashes > start && text.charCodeAt(quote - 1 - backslashes) === signs.backslash) backslashes += 1
    if (backslashes % 2 === 0) return quote + 1
  }
  return text.length
}

function keyOf(raw: string): string {
  if (!raw.includes('\\')) return raw.slice(1, -1)
  try {
    return JSON.parse(raw) as string
  } catch {
    return ''
  }
}

function mark(matches: readonly Match[], offset: number): void {
  for (const { node: found, rank, isThrough } of matches) {
    if (isThrough || rank >= found.rank) continue
    found.offset = offset
    found.rank = rank
  }
}

/** A value that is no list is also the first of what an expression takes for one. */
function withFirst(matches: readonly Match[]): readonly Match[] {
  const firsts = matches.flatMap(({ node: found, rank, isThrough }) => {
    const first = isThrough ? undefined : found.children.get('[0]')
    return first ? [{ node: first, rank: rank + 1, isThrough: false }] : []
  })
  return firsts.length === 0 ? matches : [...matches, ...firsts]
}

function itemMatches({ matches, index }: Frame): readonly Match[] {
  const items: Match[] = []
  for (const { node: found, rank, isThrough } of matches) {
    // FHIR has no lists within lists: going on through them would only multiply the matches.
    if (isThrough) continue
    const item = found.children.get(`[${index}]`)
    if (item) items.push({ node: item, rank, isThrough: false })
    items.push({ node: found, rank: rank + 1, isThrough: true })
  }
  return items
}

function keyMatches({ matches }: Frame, key: string): readonly Match[] {
  const found: Match[] = []
  for (const { name, loss } of namesOf(key)) {
    for (const { node: parent, rank } of matches) {
      const child = parent.children.get(name)
      if (child) found.push({ node: child, rank: rank + loss, isThrough: false })
    }
  }
  return found
}

/** The names under which an expression may speak of a key: itself, the base of a choice, the primitive that `_x` belongs to. */
function namesOf(key: string): readonly { readonly name: string; readonly loss: number }[] {
  const names = [{ name: key, loss: 0 }]
  const own = key.startsWith('_') ? key.slice(1) : key
  if (own !== key) names.push({ name: own, loss: 100 })
  const base = choiceBase(own)
  if (base !== undefined) names.push({ name: base, loss: own === key ? 10 : 110 })
  return names
}

/** `value` of `valueQuantity`, by the longest datatype. Only before one: `codeFilter` is no choice of `code`. */
function choiceBase(key: string): string | undefined {
  for (let i = Math.max(1, key.length - longestDatatype); i < key.length; i += 1) {
    const code = key.charCodeAt(i)
    if (code >= 65 && code <= 90 && datatypes.has(key.slice(i))) return key.slice(0, i)
  }
  return undefined
}

/** Those that a choice of R4 may have (datatypes.html#open), and the few that only particular choices have. */
const datatypes: ReadonlySet<string> = new Set(
  (
    'Base64Binary Boolean Canonical Code Date DateTime Decimal Id Instant Integer Markdown Oid PositiveInt String Time ' +
    'UnsignedInt Uri Url Uuid Address Age Annotation Attachment CodeableConcept Coding ContactPoint Count Distance Duration ' +
    'HumanName Identifier Money Period Quantity Range Ratio Reference SampledData Signature Timing ContactDetail Contributor ' +
    'DataRequirement Expression ParameterDefinition RelatedArtifact TriggerDefinition UsageContext Dosage Meta SimpleQuantity'
  ).split(' '),
)
const longestDatatype = 20

/** Lines are counted once for all offsets. */
function positionsAt(text: string, offsets: ReadonlySet<number>): ReadonlyMap<number, Position> {
  const positions = new Map<number, Position>()
  let line = 1
  let start = 0
  let end = text.indexOf('\n')
  for (const offset of [...offsets].toSorted((a, b) => a - b)) {
    for (; end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) {
      line += 1
      start = end + 1
    }
    positions.set(offset, { line, column: offset - start + 1 })
  }
  return positions
}
