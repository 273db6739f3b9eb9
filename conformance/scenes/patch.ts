// Patches in both forms, and what they are applied to.

import type { Headers } from '../session.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'
import type { Resource } from './resources.ts'

export const jsonPatch = { 'content-type': 'application/json-patch+json' } as const

export const patching = (t: Trial, address: string, operations: readonly object[], headers: Headers = {}): Promise<Answer> =>
  t.as('acute').ask('PATCH', address, JSON.stringify(operations), { ...jsonPatch, ...headers })

export const replacing = (path: string, value: unknown) => [{ op: 'replace', path, value }]

interface Operation {
  readonly type: string
  readonly path: string
  readonly name?: string
  readonly value?: object
}

/** Each operation as a parameter of FHIRPath Patch. */
export const fhirPath = (...operations: readonly Operation[]): object => ({
  resourceType: 'Parameters',
  parameter: operations.map(({ type, path, name, value }) => ({
    name: 'operation',
    part: [
      { name: 'type', valueCode: type },
      { name: 'path', valueString: path },
      ...(name === undefined ? [] : [{ name: 'name', valueString: name }]),
      ...(value === undefined ? [] : [{ name: 'value', ...value }]),
    ],
  })),
})

export const withNarrative = (resource: Resource, words: string): Resource => ({
  ...resource,
  text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${words}</div>` },
})
