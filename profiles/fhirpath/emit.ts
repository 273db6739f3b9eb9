// Syntax tree → plan: the dispatch over kinds of syntax; operators and functions have files of their own.

import { calledPlan } from './emit-functions.ts'
import { arithmeticPlan, negatedPlan } from './emit-arithmetic.ts'
import { comparisonPlan, equalityPlan, equivalencePlan } from './emit-comparison.ts'
import { logicPlan } from './emit-logic.ts'
import { membershipPlan, unionPlan } from './emit-collections.ts'
import { isTypePlan, memberPlan, ofTypePlan, typeNamed } from './emit-path.ts'
import { inlinePlan, nodesOf, nodesPlan, nothing, run, scalarPlan, text, truthPlan } from './plan.ts'
import type { Plan, Scope } from './plan.ts'
import { resourceTypes } from './resource-types.ts'
import { ExpressionFault, isFixed } from './syntax.ts'
import type { Literal, Operation, Syntax } from './syntax.ts'

export function planOf(syntax: Syntax, scope: Scope): Plan {
  const { emitter } = scope
  switch (syntax.kind) {
    case 'literal':
      return literalPlan(syntax.literal, scope)
    case 'nothing':
      return nothing(emitter)
    case 'this':
      return scope.focus
    case 'index':
      return scope.index === undefined ? outside(syntax) : scalarPlan(emitter, 'System.Integer', scope.index, true)
    case 'total':
      return scope.total === undefined ? outside(syntax) : nodesPlan(emitter, scope.total)
    case 'variable':
      return variablePlan(syntax.name, scope)
    case 'member':
      return syntax.of
        ? memberPlan(planOf(syntax.of, scope), syntax.name, syntax.at, scope)
        : firstStep(syntax.name, syntax.at, scope)
    case 'call':
      return calledPlan(syntax, syntax.of ? planOf(syntax.of, scope) : scope.focus, scope)
    case 'item':
      return itemAtPlan(planOf(syntax.of, scope), planOf(syntax.position, scope), scope)
    case 'sign':
      return syntax.isNegative ? negatedPlan(planOf(syntax.of, scope), scope) : planOf(syntax.of, scope)
    case 'type':
      return typePlan(syntax.operator, planOf(syntax.of, scope), typeNamed(syntax.type, syntax.at, emitter), scope)
    case 'operation':
      return operationPlan(syntax, scope)
  }
}

function outside(syntax: Syntax): never {
  throw new ExpressionFault(`has $${syntax.kind} where nothing is counted`, syntax.at)
}

function literalPlan(literal: Literal, { emitter }: Scope): Plan {
  const type = `System.${literal.type}`
  if (literal.type === 'Quantity') {
    return scalarPlan(emitter, type, `{ value: ${literal.value}, unit: ${text(literal.unit)} }`, true)
  }
  const { value } = literal
  const source = typeof value === 'string' ? text(value) : String(value)
  const plan = { ...scalarPlan(emitter, type, source, true), literal: value }
  return typeof value === 'boolean' ? { ...plan, truth: { isTrue: source, isFalse: String(!value), isTotal: true } } : plan
}

/** The first name of an expression is an element of the focus, or the focus itself by its type. */
function firstStep(name: string, at: number, scope: Scope): Plan {
  const { emitter, focus } = scope
  if (!/^[A-Z]/.test(name)) return memberPlan(focus, name, at, scope)
  if (focus.type !== undefined && emitter.schema.element(focus.type, name)) return memberPlan(focus, name, at, scope)
  if (focus.type !== undefined && emitter.schema.isA(focus.type, name)) return focus
  if (focus.type === undefined || focus.type === 'Resource' || focus.type === 'DomainResource')
    return ofTypePlan(focus, typeNamed(name, at, emitter), scope)
  if (emitter.schema.kind(name) === undefined && !resourceTypes.has(name)) return memberPlan(focus, name, at, scope)
  return nothing(emitter)
}

const vocabularies: Readonly<Record<string, string>> = {
  ucum: 'http://unitsofmeasure.org',
  sct: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
}

/** FHIR R4, §2.9.1.4: %resource, %rootResource, %context, %ucum, %sct, %loinc, %vs-… and %ext-…; the rest comes with the environment. */
function variablePlan(name: string, scope: Scope): Plan {
  const { emitter } = scope
  if (name === 'context') return scope.context
  if (name === 'resource' || name === 'rootResource') {
    const value = name === 'resource' ? 'env.resource' : 'env.root'
    const type = name === 'resource' ? (scope.resourceType ?? 'Resource') : 'Resource'
    return inlinePlan(emitter, { type, value, extra: undefined })
  }
  const known = Object.hasOwn(vocabularies, name) ? vocabularies[name] : prefixed(name)
  if (known !== undefined) return { ...scalarPlan(emitter, 'System.String', text(known), true), literal: known }
  return nodesPlan(emitter, `${run(emitter, 'variable')}(${text(name)}, env)`)
}

function prefixed(name: string): string | undefined {
  if (name.startsWith('vs-')) return `http://hl7.org/fhir/ValueSet/${name.slice(3)}`
  return name.startsWith('ext-') ? `http://hl7.org/fhir/StructureDefinition/${name.slice(4)}` : undefined
}

function itemAtPlan(of: Plan, position: Plan, scope: Scope): Plan {
  const { emitter } = scope
  return nodesPlan(emitter, `${run(emitter, 'itemAt')}(${nodesOf(of, scope)}, ${nodesOf(position, scope)})`, of.type, true)
}

export function typePlan(operator: 'is' | 'as', of: Plan, type: string, scope: Scope): Plan {
  if (operator === 'as') return ofTypePlan(of, type, scope)
  return truthPlan(scope.emitter, { ...isTypePlan(of, type, scope), isTotal: false })
}

function operationPlan(syntax: Operation, scope: Scope): Plan {
  const left = planOf(syntax.left, scope)
  const right = planOf(syntax.right, scope)
  switch (syntax.operator) {
    case 'and':
    case 'or':
    case 'xor':
    case 'implies':
      return logicPlan(syntax.operator, left, right, scope)
    case '=':
    case '!=':
      return equalityPlan(left, right, syntax.operator === '!=', scope)
    case '~':
    case '!~':
      return equivalencePlan(left, right, syntax.operator === '!~', scope)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparisonPlan(syntax.operator, left, right, scope)
    case 'in':
      return membershipPlan(left, right, isFixed(syntax.right), scope)
    case 'contains':
      return membershipPlan(right, left, isFixed(syntax.left), scope)
    case '|':
      return unionPlan(left, right, scope)
    default:
      return arithmeticPlan(syntax.operator, left, right, scope)
  }
}
