// Which requirements the command line asks for.

import type { Claim } from '../requirement.ts'
import type { Arguments } from './arguments.ts'

export type Choice<T extends Claim> =
  | { readonly ok: true; readonly chosen: readonly T[] }
  | { readonly ok: false; readonly fault: string }

export function choose<T extends Claim>(suite: readonly T[], args: Arguments): Choice<T> {
  const { only, grep, tags, levels, areas } = args
  const unknown = only.filter((id) => !suite.some((one) => one.id === id.toUpperCase()))
  if (unknown.length > 0) return { ok: false, fault: `no such requirement: ${unknown.join(', ')}; \`list\` shows all` }
  const unknownAreas = areas.filter((area) => !suite.some((one) => one.area === area))
  if (unknownAreas.length > 0)
    return { ok: false, fault: `no such area: ${unknownAreas.join(', ')}; there are ${areaNames(suite)}` }
  const isIn = (list: readonly string[], value: string) => list.length === 0 || list.includes(value)
  const chosen = suite.filter(
    ({ id, level, area, title, tags: own = [] }) =>
      (only.length === 0 || only.some((one) => one.toUpperCase() === id)) &&
      isIn(levels, level) &&
      isIn(areas, area) &&
      (tags.length === 0 || tags.some((tag) => own.includes(tag))) &&
      (grep === undefined || grep.test(`${id} ${area} ${title}`)),
  )
  return chosen.length > 0 ? { ok: true, chosen } : { ok: false, fault: 'no requirement is left by these choices' }
}

const areaNames = (suite: readonly Claim[]): string => [...new Set(suite.map(({ area }) => area))].join(', ')
