// matches and replaceMatches, run so that no text can make them slow.

import { patternOf } from './patterns.ts'
import type { Pattern } from './patterns.ts'
import { raise } from './runtime-fault.ts'

export function pattern(source: string | undefined, isWhole: boolean): Pattern | undefined {
  if (source === undefined) return undefined
  const found = patternOf(source, isWhole)
  return typeof found === 'string' ? raise(`has a pattern that ${found}`) : found
}

export function matches(text: unknown, by: Pattern | undefined): boolean | undefined {
  return typeof text === 'string' && by ? by.test(text) : undefined
}

export function replaceMatches(text: unknown, by: Pattern | undefined, replacement: string | undefined): string | undefined {
  if (typeof text !== 'string' || !by || replacement === undefined) return undefined
  if (text.length > by.longest) return raise('replaces in a text that is too long for its pattern')
  return text.replace(new RegExp(by.expression.source, `${by.expression.flags}g`), replacement)
}
