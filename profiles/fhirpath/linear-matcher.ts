// A matcher that reads a text once, however the pattern repeats itself (Thompson's construction).

import type { PatternNode } from './pattern-parser.ts'

type Step =
  | { readonly kind: 'one'; readonly isMatch: (codePoint: number) => boolean; next: number }
  | { readonly kind: 'assertion'; readonly source: string; next: number }
  | { readonly kind: 'fork'; targets: number[] }
  | { readonly kind: 'end' }

const mostSteps = 20_000

/** Undefined: too large once its counts are written out. */
export function linearMatcher(tree: PatternNode): ((text: string) => boolean) | undefined {
  const steps: Step[] = [{ kind: 'end' }]
  const start = written(tree, 0, steps)
  return start === undefined ? undefined : (text) => isFound(text, steps, start)
}

/** Where matching of `node` starts, given where it goes on; the steps are written from the end to the beginning. */
function written(node: PatternNode, next: number, steps: Step[]): number | undefined {
  if (steps.length > mostSteps) return undefined
  if (node.kind === 'one') return steps.push({ kind: 'one', isMatch: testOf(node.source), next }) - 1
  if (node.kind === 'assertion') return steps.push({ kind: 'assertion', source: node.source, next }) - 1
  if (node.kind === 'repeat') return repeat(node, next, steps)
  if (node.kind === 'sequence') {
    return node.parts.reduceRight<number | undefined>(
      (after, part) => (after === undefined ? undefined : written(part, after, steps)),
      next,
    )
  }
  const targets = node.parts.map((part) => written(part, next, steps))
  return targets.every((target) => target !== undefined) ? steps.push({ kind: 'fork', targets }) - 1 : undefined
}

function repeat(node: Extract<PatternNode, { kind: 'repeat' }>, next: number, steps: Step[]): number | undefined {
  let at: number | undefined = next
  if (node.most === Infinity) {
    const fork: Step = { kind: 'fork', targets: [next] }
    const loop = steps.push(fork) - 1
    const body = written(node.of, loop, steps)
    if (body === undefined) return undefined
    fork.targets = [body, next]
    at = loop
  } else {
    for (let i = node.least; i < node.most && at !== undefined; i++) {
      const body = written(node.of, at, steps)
      at = body === undefined ? undefined : steps.push({ kind: 'fork', targets: [body, next] }) - 1
    }
  }
  for (let i = 0; i < node.least && at !== undefined; i++) at = written(node.of, at, steps)
  return at
}

function testOf(source: string): (codePoint: number) => boolean {
  const pattern = oneCharacter(source)
  const known = new Int8Array(128).fill(-1)
  return (codePoint) => {
    if (codePoint >= 128) return pattern.test(String.fromCodePoint(codePoint))
    if (known[codePoint] === -1) known[codePoint] = pattern.test(String.fromCodePoint(codePoint)) ? 1 : 0
    return known[codePoint] === 1
  }
}

function oneCharacter(source: string): RegExp {
  try {
    return new RegExp(`^(?:${source})$`, 'su')
  } catch {
    return new RegExp(`^(?:${source})$`, 's')
  }
}

function isFound(text: string, steps: readonly Step[], start: number): boolean {
  let current = new Set<number>()
  for (let at = 0; ;) {
    if (follow(start, text, at, steps, current)) return true
    const codePoint = text.codePointAt(at)
    if (codePoint === undefined) return false
    at += codePoint > 0xffff ? 2 : 1
    const after = new Set<number>()
    for (const index of current) {
      const step = steps[index]
      if (step?.kind === 'one' && step.isMatch(codePoint) && follow(step.next, text, at, steps, after)) return true
    }
    current = after
  }
}

/** Adds what can be reached without reading on; true when that is the end. */
function follow(start: number, text: string, at: number, steps: readonly Step[], found: Set<number>): boolean {
  const open = [start]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (found.has(index)) continue
    found.add(index)
    const step = steps[index]
    if (step?.kind === 'end') return true
    if (step?.kind === 'fork') for (const target of step.targets) open.push(target)
    if (step?.kind === 'assertion' && holds(step.source, text, at)) open.push(step.next)
  }
  return false
}

function holds(assertion: string, text: string, at: number): boolean {
  if (assertion === '^') return at === 0
  if (assertion === '$') return at === text.length
  const isEdge = /\w/.test(text.charAt(at - 1)) !== /\w/.test(text.charAt(at))
  return isEdge === (assertion === '\\b')
}
