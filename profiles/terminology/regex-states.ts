// The states of a regular expression, and the text's way through them.

export type Tree =
  | { readonly kind: 'one'; readonly accepts: Accepts }
  | { readonly kind: 'row'; readonly parts: readonly Tree[] }
  | { readonly kind: 'either'; readonly parts: readonly Tree[] }
  | { readonly kind: 'repeat'; readonly part: Tree; readonly low: number; readonly high: number }

export type Accepts = (code: number) => boolean

/** A matcher of the whole text; undefined when the tree needs more states than are allowed. */
export function matcherOf(tree: Tree): ((text: string) => boolean) | undefined {
  if (sizeOf(tree) > maxStates) return undefined
  const states: State[] = []
  const start = compile(tree, add(states, { kind: 'end' }), states)
  return (text) => run(states, start, text)
}

/** Also bounds what `{n,m}` may unroll to. */
const maxStates = 1000

/** How many states a tree will need; an unbounded repeat needs its least number of copies and one more. */
function sizeOf(tree: Tree): number {
  if (tree.kind === 'one') return 1
  if (tree.kind === 'repeat') {
    return 1 + (sizeOf(tree.part) + 1) * (Number.isFinite(tree.high) ? tree.high : tree.low + 1)
  }
  return tree.parts.reduce((sum, part) => sum + sizeOf(part), 1)
}

type State =
  | { readonly kind: 'end' }
  | { readonly kind: 'one'; readonly accepts: Accepts; readonly next: number }
  | { readonly kind: 'fork'; next: readonly number[] }

function add(states: State[], state: State): number {
  return states.push(state) - 1
}

/** Adds the states of a tree that is followed by `next`; answers where it begins. */
function compile(tree: Tree, next: number, states: State[]): number {
  switch (tree.kind) {
    case 'one':
      return add(states, { kind: 'one', accepts: tree.accepts, next })
    case 'row':
      return tree.parts.reduceRight((after, part) => compile(part, after, states), next)
    case 'either':
      return add(states, { kind: 'fork', next: tree.parts.map((part) => compile(part, next, states)) })
    case 'repeat':
      return compileRepeat(tree, next, states)
  }
}

function compileRepeat(tree: Tree & { readonly kind: 'repeat' }, next: number, states: State[]): number {
  let start = next
  if (tree.high === Infinity) {
    const loop: State & { readonly kind: 'fork' } = { kind: 'fork', next: [] }
    start = add(states, loop)
    loop.next = [next, compile(tree.part, start, states)]
  } else {
    for (let copy = tree.low; copy < tree.high; copy += 1) {
      start = add(states, { kind: 'fork', next: [next, compile(tree.part, start, states)] })
    }
  }
  for (let copy = 0; copy < tree.low; copy += 1) start = compile(tree.part, start, states)
  return start
}

function run(states: readonly State[], start: number, text: string): boolean {
  let reached = closure(states, [start])
  for (let i = 0; i < text.length && reached.size > 0; i += 1) {
    const code = text.charCodeAt(i)
    const after: number[] = []
    for (const id of reached) {
      const state = states[id]
      if (state?.kind === 'one' && state.accepts(code)) after.push(state.next)
    }
    reached = closure(states, after)
  }
  for (const id of reached) if (states[id]?.kind === 'end') return true
  return false
}

/** Everything that is reached without reading a character. */
function closure(states: readonly State[], from: readonly number[]): ReadonlySet<number> {
  const seen = new Set<number>()
  const queue = [...from]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const state = states[id]
    if (state?.kind === 'fork') queue.push(...state.next)
  }
  return seen
}
