// The syntax tree of a FHIRPath expression, as the parser gives it (FHIRPath 2.0, ANSI/HL7 NMN R1).

/** `at` is the offset of the first character in the expression, for messages. */
export type Syntax =
  | { readonly kind: 'literal'; readonly literal: Literal; readonly at: number }
  | { readonly kind: 'nothing'; readonly at: number }
  | { readonly kind: 'this' | 'index' | 'total'; readonly at: number }
  | { readonly kind: 'variable'; readonly name: string; readonly at: number }
  | { readonly kind: 'member'; readonly of: Syntax | undefined; readonly name: string; readonly at: number }
  | Call
  | { readonly kind: 'item'; readonly of: Syntax; readonly position: Syntax; readonly at: number }
  | { readonly kind: 'sign'; readonly isNegative: boolean; readonly of: Syntax; readonly at: number }
  | { readonly kind: 'type'; readonly operator: 'is' | 'as'; readonly of: Syntax; readonly type: string; readonly at: number }
  | Operation

export interface Call {
  readonly kind: 'call'
  readonly of: Syntax | undefined
  readonly name: string
  readonly parameters: readonly Syntax[]
  readonly at: number
}

export interface Operation {
  readonly kind: 'operation'
  readonly operator: string
  readonly left: Syntax
  readonly right: Syntax
  readonly at: number
}

/** Texts of dates and times without the `@`; a quantity's unit as UCUM code or calendar word. */
export type Literal =
  | { readonly type: 'String'; readonly value: string }
  | { readonly type: 'Boolean'; readonly value: boolean }
  | { readonly type: 'Integer' | 'Decimal'; readonly value: number }
  | { readonly type: 'Date' | 'DateTime' | 'Time'; readonly value: string }
  | { readonly type: 'Quantity'; readonly value: number; readonly unit: string }

/** What is wrong with an expression, and where: thrown inside the compiler only, never out of it. */
export class ExpressionFault extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const ownFocus: ReadonlySet<string> = new Set([
  'where',
  'select',
  'exists',
  'all',
  'repeat',
  'iif',
  'ofType',
  'as',
  'is',
  'trace',
])

/** Does it start from variables and literals alone, so that it is the same for every item around it? */
export function isFixed(syntax: Syntax): boolean {
  switch (syntax.kind) {
    case 'literal':
    case 'nothing':
    case 'variable':
      return true
    case 'member':
      return syntax.of !== undefined && isFixed(syntax.of)
    case 'call':
      return syntax.of !== undefined && isFixed(syntax.of) && (ownFocus.has(syntax.name) || syntax.parameters.every(isFixed))
    case 'item':
      return isFixed(syntax.of) && isFixed(syntax.position)
    case 'sign':
    case 'type':
      return isFixed(syntax.of)
    case 'operation':
      return isFixed(syntax.left) && isFixed(syntax.right)
    default:
      return false
  }
}
