// The door of the validator: whether a resource is right, quickly, and everything that is wrong with it when it is not.

import { build } from './compiler/build.ts'
import type { Definition } from './compiler/definition.ts'
import type { MessageDefinition } from './compiler/message-plan.ts'
import type { DefinitionFault } from './compiler/plan.ts'
import type { Link } from './compiler/linked.ts'
import { type Terminology, type Validator, validatorOf } from './compiler/validator.ts'

export type { Asked, Checked, Issue, Terminology, Validator } from './compiler/validator.ts'
export type { Definition, DefinitionFault, MessageDefinition }

export interface ValidatorSources {
  /** R4's types and any profiles, with snapshots. */
  readonly definitions: readonly Definition[]
  readonly messageDefinitions?: readonly MessageDefinition[]
  readonly terminology: Terminology
}

/** A validator over the definitions, and what is wrong with them: with any fault it must not be used. */
export function validatorFor(sources: ValidatorSources): {
  readonly validator: Validator
  readonly faults: readonly DefinitionFault[]
} {
  const built = build(sources.definitions, sources.messageDefinitions)
  // The text is made here, from definitions that the operator names; nothing in it comes from a message.
  // oxlint-disable-next-line typescript/no-implied-eval
  const link = new Function('rt', built.body) as Link
  return { validator: validatorOf(link, () => built.plan, sources.terminology), faults: built.faults }
}
