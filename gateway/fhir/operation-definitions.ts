// OperationDefinitions of the operations that are ours, printed from the table of operations; R4's own have HL7's.

import { base } from '../../profiles/canonical.ts'
import type { ParameterTable } from './operation.ts'
import { operations } from './operations.ts'
import type { FhirResource } from './resource.ts'

/** One for each canonical under our base. */
export function ownOperations(): readonly FhirResource[] {
  const canonicals = new Set(operations.map(({ definition }) => definition))
  return [...[...canonicals].filter((definition) => definition.startsWith(`${base}/`)).map(definitionOf), breakGlass]
}

/** It changes something, so it is a write of the line and no row of the table of operations (intake/break-glass.ts). */
const breakGlass: FhirResource = {
  ...headOf('Patient-break-glass'),
  description:
    'Opens the journeys of a person to a named professional in an emergency. The answer is the same whether or not there is such a person.',
  affectsState: true,
  code: 'break-glass',
  resource: ['Patient'],
  system: false,
  type: true,
  instance: false,
  parameter: [
    ...['nhsNumber', 'birthDate', 'reason'].map((name) => ({
      name,
      use: 'in',
      min: 1,
      max: '1',
      type: name === 'birthDate' ? 'date' : 'string',
    })),
    { name: 'until', use: 'out', min: 1, max: '1', type: 'instant' },
    { name: 'text', use: 'out', min: 1, max: '1', type: 'string' },
  ],
}

function headOf(id: string): FhirResource {
  return {
    resourceType: 'OperationDefinition',
    id,
    url: `${base}/OperationDefinition/${id}`,
    version: '0.1.0',
    name: id.replaceAll(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase()),
    status: 'active',
    kind: 'operation',
    date: '2026-11-22',
    publisher: 'Home First Gateway project',
  }
}

function definitionOf(url: string): FhirResource {
  const rows = operations.filter(({ definition }) => definition === url)
  const id = url.slice(url.lastIndexOf('/') + 1)
  const parameters: ParameterTable = Object.assign({}, ...rows.map((row) => row.parameters))
  return {
    ...headOf(id),
    description: rows.map(({ summary }) => `${summary}.`).join(' '),
    affectsState: false,
    code: rows[0]?.code ?? '',
    resource: [...new Set(rows.map(({ on }) => on))],
    system: false,
    type: rows.some(({ at }) => at === 'type'),
    instance: rows.some(({ at }) => at === 'instance'),
    parameter: [
      ...Object.entries(parameters).map(([name, { takes, says, many }]) => ({
        name,
        use: 'in',
        min: 0,
        max: many ? '*' : '1',
        documentation: says,
        type: typeOf[takes],
      })),
      { name: 'return', use: 'out', min: 1, max: '1', type: 'Bundle' },
    ],
  }
}

const typeOf = {
  text: 'string',
  boolean: 'boolean',
  whole: 'integer',
  Coding: 'Coding',
  CodeableConcept: 'CodeableConcept',
  resource: 'Resource',
} as const
