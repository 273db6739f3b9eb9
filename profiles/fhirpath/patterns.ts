// Regular expressions of FHIRPath: what is wrong with one, and how it is run so that no text can make it slow.

import { linearMatcher } from './linear-matcher.ts'
import { dangerIn, patternTree } from './pattern-parser.ts'

export interface Pattern {
  readonly expression: RegExp
  readonly test: (text: string) => boolean
  /** The longest text that the machine's own matcher, which tries again and again, may be given. */
  readonly longest: number
}

const made = new Map<string, Pattern | string>()
const mostKept = 1000

/** The pattern, or words that say what is wrong with it. `isWhole`: it must match the text from end to end. */
export function patternOf(source: string, isWhole: boolean): Pattern | string {
  const whole = isWhole ? `^(?:${source})$` : source
  const before = made.get(whole)
  if (before !== undefined) return before
  const fresh = madeOf(whole)
  if (made.size >= mostKept) made.clear()
  made.set(whole, fresh)
  return fresh
}

function madeOf(source: string): Pattern | string {
  const expression = expressionOf(source)
  if (!expression) return 'is no regular expression'
  const tree = patternTree(source)
  const danger = tree ? dangerIn(tree) : { isNested: /[*+}]\)?[*+{]/.test(source), wideRepeats: 3 }
  const linear = tree ? linearMatcher(tree) : undefined
  const longest = longestText(danger.isNested, danger.wideRepeats)
  if (!linear && longest === 0) return 'could take for ever on some text'
  return { expression, longest, test: (text) => (text.length <= longest || !linear ? expression.test(text) : linear(text)) }
}

/** Unicode and “single line” (FHIRPath 2.0, §5.6.9); without Unicode where only escapes like `\@` stand in the way. */
function expressionOf(source: string): RegExp | undefined {
  for (const flags of ['su', 's']) {
    try {
      return new RegExp(source, flags)
    } catch {
      // The next flags may do.
    }
  }
  return undefined
}

/** Backtracking takes about length ^ (wide repeats + 1) steps; ten million are let through, and nothing of nested repeats. */
function longestText(isNested: boolean, wideRepeats: number): number {
  if (isNested) return 0
  return wideRepeats === 0 ? Infinity : Math.floor(10_000_000 ** (1 / (wideRepeats + 1)))
}
