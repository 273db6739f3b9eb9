// Whether the target's CapabilityStatement declares something: what is declared must pass, what is not is left out.

import { at, isRecord, textAt, textsAt } from './json.ts'

/**
 * `format:xml` · `Patient.create` · `Task?owner` · `Patient:conditionalCreate` · `transaction` · `Patient$everything` ·
 * `$process-message`, of the system or of any type · `Patient:conditionalDelete`, of one or of several ·
 * `Task+Task:focus`, that may come along with a search of the type
 */
export function declares(statement: unknown, what: string): boolean {
  const server = at(statement, 'rest').find((rest) => textAt(rest, 'mode') === 'server')
  if (what.startsWith('format:'))
    return textsAt(statement, 'format').some((format) => format.includes(what.slice('format:'.length)))
  if (what.startsWith('$'))
    return [...textsAt(server, 'operation.name'), ...textsAt(server, 'resource.operation.name')].includes(what.slice(1))
  const [, type = '', kind, name = ''] = /^([A-Z][A-Za-z]+)([.?:$+])(.+)$/.exec(what) ?? []
  if (kind === undefined) return textsAt(server, 'interaction.code').includes(what)
  const resource = at(server, 'resource').find((one) => textAt(one, 'type') === type)
  if (kind === '.') return textsAt(resource, 'interaction.code').includes(name)
  if (kind === '$') return textsAt(resource, 'operation.name').includes(name)
  if (kind === '?') return textsAt(resource, 'searchParam.name').includes(name)
  if (kind === '+') return [...textsAt(resource, 'searchInclude'), ...textsAt(resource, 'searchRevInclude')].includes(name)
  const flag = isRecord(resource) ? resource[name] : undefined
  return flag === true || (typeof flag === 'string' && flag !== 'not-supported')
}

export const isCapabilityStatement = (statement: unknown): boolean =>
  isRecord(statement) && statement['resourceType'] === 'CapabilityStatement'
