// Which OperationDefinition says what an operation does.

import { base } from '../../profiles/canonical.ts'
import { operations } from './operations.ts'

/** `type` is '' for the system. What no table names is ours (operation-definitions.ts prints it). */
export function definitionOf(type: string, code: string): string {
  const own = operations.find((operation) => operation.code === code && operation.on === type)
  return own?.definition ?? others[code] ?? `${base}/OperationDefinition/${type}-${code}`
}

/** Those that the route table has by itself. */
const others: Readonly<Record<string, string>> = {
  validate: 'http://hl7.org/fhir/OperationDefinition/Resource-validate',
  'process-message': `${base}/OperationDefinition/home-first-process-message`,
  match: 'http://hl7.org/fhir/OperationDefinition/Patient-match',
}
