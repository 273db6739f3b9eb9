// From definitions to the source of a validator: the one way, whether it ends on disk or is evaluated at the start.

import { compileInvariant, compileNodes } from '../fhirpath/compile.ts'
import { corrected } from '../fhirpath/errata.ts'
import { planOf } from './compile.ts'
import type { Definition } from './definition.ts'
import { emitBody, moduleText } from './emit.ts'
import type { MessageDefinition } from './message-plan.ts'
import type { DefinitionFault, Plan } from './plan.ts'
import { schemaOf } from './schema.ts'

export interface Built {
  readonly plan: Plan
  /** Body of a function of one argument. */
  readonly body: string
  /** What is wrong with the definitions; a start stops with any. */
  readonly faults: readonly DefinitionFault[]
}

export function build(definitions: readonly Definition[], messageDefinitions: readonly MessageDefinition[] = []): Built {
  const { plan, faults } = planOf(definitions, messageDefinitions)
  const schema = schemaOf(plan)
  const emitted = emitBody(plan, {
    invariant: (expression, type, alternatives) => compileInvariant(corrected(expression), type, schema, { alternatives }),
    nodes: (expression, type) => compileNodes(expression, type, schema),
  })
  return { plan, body: emitted.body, faults: [...faults, ...emitted.faults] }
}

/** The text of `profiles/built/validator.js`. */
export function emitModule(definitions: readonly Definition[], messageDefinitions: readonly MessageDefinition[] = []): string {
  return moduleText(build(definitions, messageDefinitions).body)
}
