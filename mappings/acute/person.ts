// By what a trust's person is known again, whichever format speaks of them.

import { nhsNumber } from '../../profiles/canonical.ts'
import type { Assertion, Key } from '../mapped.ts'
import { isKey } from './hl7v2/documents.ts'
import { setIn } from './hl7v2/segments.ts'

/** The source's own identifiers; only a source that sends none knows its people by their NHS number with a whole date of birth. */
export function personKeys(assertions: readonly Assertion[]): readonly Key[] {
  const own = assertions.flatMap((one) =>
    one.state === 'set' && one.path.startsWith('identifier[') && isKey(one.value)
      ? [{ system: one.value.system, value: one.value.value }]
      : [],
  )
  const number = setIn(assertions, `identifier[system=${nhsNumber}].value`)
  const born = setIn(assertions, 'birthDate')
  const isCertain = typeof number === 'string' && typeof born === 'string' && born.length === 10
  return own.length > 0 || !isCertain ? own : [{ system: nhsNumber, value: number }]
}
