// Our own code systems: as FHIR resources, and looked up by system and code.

import type { CodeSystem } from '@medplum/fhirtypes'
import { codeSystem } from './canonical.ts'
import {
  cldRequestRoute,
  cldEventType,
  cldEventOutcome,
  cldServiceType,
  cldServiceComponent,
  cldDeliveryMechanism,
} from './codes/client-level-data.ts'
import { criteriaToReside, criteriaToResideState } from './codes/criteria-to-reside.ts'
import { dischargeDestination } from './codes/discharge-destination.ts'
import { fault } from './codes/fault.ts'
import { linkBasis } from './codes/link-basis.ts'
import { notice } from './codes/notice.ts'
import { observation } from './codes/observation.ts'
import { organizationKind } from './codes/organization-kind.ts'
import { pathway } from './codes/pathway.ts'
import { rejectionReason, withdrawalReason } from './codes/reason.ts'
import type { CodeTable, Concept } from './codes/table.ts'
import { taskCode, taskOutput, taskStatusReason } from './codes/task.ts'

/** Every code system of ours. */
export const codeTables: readonly CodeTable[] = [
  pathway,
  dischargeDestination,
  criteriaToReside,
  criteriaToResideState,
  observation,
  taskCode,
  taskOutput,
  taskStatusReason,
  withdrawalReason,
  rejectionReason,
  notice,
  organizationKind,
  linkBasis,
  cldRequestRoute,
  cldEventType,
  cldEventOutcome,
  cldServiceType,
  cldServiceComponent,
  cldDeliveryMechanism,
  fault,
]

/** The display of a code of ours; undefined when the system or the code is not ours. */
export function lookup(system: string, code: string): { readonly display: string } | undefined {
  const display = displays.get(system)?.get(code)
  return display === undefined ? undefined : { display }
}

/** Whether the system is one of ours. */
export function isKnown(system: string): boolean {
  return displays.has(system)
}

/** Whether a code of this system that `lookup` does not know is a mistake: not where other rooms add codes. */
export function isComplete(system: string): boolean {
  return isKnown(system) && !open.has(system)
}

/** A table as the CodeSystem that is published. */
export function codeSystemResource(table: CodeTable): CodeSystem {
  return {
    resourceType: 'CodeSystem',
    id: table.name,
    url: codeSystem(table.name),
    version: '0.1.0',
    name: `HomeFirst${table.name.split('-').map(capitalized).join('')}`,
    title: table.title,
    status: 'active',
    experimental: false,
    description: table.description,
    caseSensitive: true,
    content: table.isComplete === false ? 'fragment' : 'complete',
    count: table.concepts.length,
    concept: table.concepts.map(conceptOf),
  }
}

const displays: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  codeTables.map((table) => [codeSystem(table.name), new Map(table.concepts.map(([code, display]) => [code, display] as const))]),
)

const open: ReadonlySet<string> = new Set(
  codeTables.filter((table) => table.isComplete === false).map((table) => codeSystem(table.name)),
)

function conceptOf([code, display, definition]: Concept): NonNullable<CodeSystem['concept']>[number] {
  return { code, display, ...(definition !== undefined && { definition }) }
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
