// Plays TestScripts as another tool would: variables, operations, and the asserts that ours use (R4 testscript.html).

import { at, isRecord, textAt } from '../../conformance/json.ts'

interface Came {
  readonly status: number
  readonly headers: Headers
  readonly json: unknown
}

/** The first assert that does not hold, in words; undefined where all do. The teardown runs whatever happened. */
export async function played(script: unknown, variables: Readonly<Record<string, string>>): Promise<string | undefined> {
  const known = new Map(Object.entries(variables))
  try {
    return await actionsOf(script, at(script, 'test.action'), known)
  } finally {
    if (known.has('patientId')) await actionsOf(script, at(script, 'teardown.action'), known)
  }
}

async function actionsOf(script: unknown, actions: readonly unknown[], known: Map<string, string>): Promise<string | undefined> {
  let came: Came | undefined
  for (const action of actions) {
    if (!isRecord(action)) throw new Error('an action is an object')
    if (action['operation'] !== undefined) {
      came = await sent(script, action['operation'], known)
      if (textAt(action, 'operation.responseId') !== '')
        for (const variable of at(script, 'variable'))
          if (textAt(variable, 'sourceId') === textAt(action, 'operation.responseId'))
            known.set(textAt(variable, 'name'), textAt(came.json, textAt(variable, 'expression').replace(/^\w+\./, '')))
    } else if (came) {
      const fault = faultOf(action['assert'], came, known)
      if (fault !== undefined) return fault
    }
  }
  return undefined
}

const filled = (text: string, known: ReadonlyMap<string, string>): string =>
  text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => known.get(name) ?? '')

async function sent(script: unknown, operation: unknown, known: ReadonlyMap<string, string>): Promise<Came> {
  const source = textAt(operation, 'sourceId')
  const body = at(script, 'contained').find((one) => textAt(one, 'id') === source)
  const headers = at(operation, 'requestHeader').map((one): [string, string] => [
    textAt(one, 'field'),
    filled(textAt(one, 'value'), known),
  ])
  const response = await fetch(filled(textAt(operation, 'url'), known), {
    method: textAt(operation, 'method').toUpperCase(),
    headers,
    ...(source !== '' && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    json = undefined
  }
  return { status: response.status, headers: response.headers, json }
}

function faultOf(assert: unknown, { status, headers, json }: Came, known: ReadonlyMap<string, string>): string | undefined {
  const [code, resource, contentType] = ['responseCode', 'resource', 'contentType'].map((name) => textAt(assert, name))
  if (code) return code.split(',').includes(String(status)) ? undefined : `status ${status}, and not ${code}`
  const type = textAt(json, 'resourceType')
  if (resource) return type === resource ? undefined : `a ${type || 'body'}, and no ${resource}`
  if (contentType)
    return headers.get('content-type')?.startsWith(contentType) ? undefined : `Content-Type ${headers.get('content-type')}`
  const field = textAt(assert, 'headerField')
  const path = textAt(assert, 'expression')
  const found = field ? [headers.get(field) ?? ''].filter(Boolean) : at(json, path.replace(`${type}.`, '')).map(String)
  const value = filled(textAt(assert, 'value'), known)
  const isHeld = {
    equals: found.length === 1 && found[0] === value,
    contains: found.length > 0 && found.every((one) => one.includes(value)),
    empty: found.length === 0,
    notEmpty: found.length > 0,
  }[textAt(assert, 'operator')]
  if (isHeld === undefined) throw new Error(`${textAt(assert, 'operator')} is not played here`)
  return isHeld ? undefined : `${field || path} ${textAt(assert, 'operator')} ${value}: ${found.join()}`
}
