// What an answer says otherwise than the one before it, ids and times aside.

import { isRecord, parsed } from '../json.ts'

const most = 20

/** One line each, at most twenty; none where they say the same. What was cut in the report is compared as far as it goes. */
export function differences(before: string, now: string): readonly string[] {
  const [, whole] = /^([\s\S]*)… \(\d+ characters\)$/.exec(before) ?? []
  const [old, cut] = [whole ?? before, whole !== undefined]
  const [left, right] = [leaves(old), leaves(now)]
  if (!cut && left && right) return changed(left, right).slice(0, most)
  const end = cut ? Math.min(old.length, now.length) : undefined
  return masked(old.slice(0, end)) === masked(now.slice(0, end)) ? [] : ['the body']
}

function changed(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): readonly string[] {
  const paths = [...new Set([...left.keys(), ...right.keys()])]
  return paths.flatMap((path) => {
    const [then, now] = [left.get(path), right.get(path)]
    return then === now ? [] : [`${path}: ${then ?? '(absent)'} → ${now ?? '(absent)'}`]
  })
}

/** Path → value; undefined for what is no JSON. */
function leaves(text: string): ReadonlyMap<string, string> | undefined {
  const json = parsed(text)
  if (json === undefined) return undefined
  const found = new Map<string, string>()
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) value.forEach((one, i) => walk(one, `${path}[${i}]`))
    else if (isRecord(value)) for (const [name, one] of Object.entries(value)) walk(one, path === '' ? name : `${path}.${name}`)
    else found.set(path, masked(JSON.stringify(value)))
  }
  walk(json, '')
  return found
}

const masked = (text: string): string =>
  text
    .replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, 'ID')
    .replaceAll(/\b\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)?/g, 'TIME')
    .replaceAll(/\b20\d{12}([.+]\d+)*/g, 'TIME')
    .replaceAll(/\bsha256:\w+|\b[0-9a-f]{20,}\b/g, 'ID')
