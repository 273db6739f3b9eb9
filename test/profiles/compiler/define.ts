// Definitions made for a test: R4's own with a few elements changed or added, and extensions.

import type { Definition, Element } from '../../../profiles/compiler/definition.ts'
import type { MessageDefinition } from '../../../profiles/compiler/message-plan.ts'
import { packagedTerminology, r4Definitions } from '../../../profiles/definitions-own.ts'
import { type DefinitionFault, type Terminology, type Validator, validatorFor } from '../../../profiles/validation.ts'

/** An element as a test writes it: what it leaves out is as in R4. */
export type Change = { readonly id: string } & Partial<Omit<Element, 'id' | 'path'>>

const own = 'https://example.test/StructureDefinition'
export const at = (name: string): string => `${own}/${name}`

export function typeOf(type: string): Definition {
  const found = r4Definitions().find((definition) => definition.type === type)
  if (!found) throw new Error(`no ${type}`)
  return found
}

export function profile(name: string, type: string, changes: readonly Change[], more: Partial<Definition> = {}): Definition {
  const base = typeOf(type)
  const given = new Map((base.snapshot?.element ?? []).map((element) => [element.id ?? element.path, element]))
  const elements = new Map(given)
  for (const change of changes) {
    const path = change.id.replaceAll(/:[^.]*/g, '')
    const before = elements.get(change.id) ?? given.get(path) ?? { path }
    elements.set(change.id, { ...before, ...change, path })
  }
  return {
    url: at(name),
    name,
    type,
    kind: base.kind ?? 'resource',
    derivation: 'constraint',
    baseDefinition: base.url,
    snapshot: { element: [...elements.values()] },
    ...more,
  }
}

/** A simple extension of one type of value. */
export function extension(
  name: string,
  type: string,
  more: Partial<Definition> = {},
  changes: readonly Change[] = [],
): Definition {
  return profile(
    name,
    'Extension',
    [
      { id: 'Extension.extension', max: '0' },
      { id: 'Extension.url', fixedUri: at(name) },
      { id: 'Extension.value[x]', min: 1, type: [{ code: type }] },
      ...changes,
    ],
    more,
  )
}

export interface Made {
  readonly validator: Validator
  readonly faults: readonly DefinitionFault[]
  /** `id expression`, errors only, of a resource held against the first definition; checks that the fast pass agrees. */
  found(resource: unknown, profile?: string | null): readonly string[]
}

export function make(definitions: readonly Definition[], messages: readonly MessageDefinition[] = [], lists: Lists = {}): Made {
  const made = validatorFor({
    definitions: [...r4Definitions(), ...definitions],
    messageDefinitions: messages,
    terminology: withLists(lists),
  })
  const first = definitions[0]?.url
  return {
    ...made,
    found: (resource, asked = first) => {
      const options = typeof asked === 'string' ? { profile: asked } : {}
      const errors = made.validator.validate(resource, options).filter(({ severity }) => severity === 'error')
      const isValid = made.validator.isValid(resource, options)
      if (isValid !== (errors.length === 0)) throw new Error(`fast says ${isValid}, slow: ${JSON.stringify(errors)}`)
      return errors.map(({ id, expression }) => `${id} ${expression}`)
    },
  }
}

/** Value sets of a test: codes by system; a text instead says why it cannot be evaluated. */
export type Lists = Readonly<Record<string, Readonly<Record<string, readonly string[]>> | string>>

function withLists(lists: Lists): Terminology {
  const packaged = packagedTerminology()
  return {
    membership: (url) => {
      const list = lists[url]
      if (list === undefined) return packaged.membership(url)
      if (typeof list === 'string') return { notEvaluable: list }
      const all = Object.values(list).flat()
      return { has: (system, code) => (system === undefined ? all.includes(code) : (list[system]?.includes(code) ?? false)) }
    },
    codesOf: (url) => (lists[url] === undefined ? packaged.codesOf?.(url) : undefined),
  }
}
