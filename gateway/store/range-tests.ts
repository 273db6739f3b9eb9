// What dates and numbers must lie in: both are ranges, the resource's and the caller's, and each prefix compares them its way.

import type { Bind } from './statement.ts'
import type { DateMatch, NumberMatch } from './store.ts'

/**
 * FHIR R4 search §3.1.1.4.4 and §3.1.1.5.7 on ranges: the resource's is [low, high], the caller's [match.low, match.high]. What
 * bounds `low` to one side limits the stretch of the index that is read.
 */
export function dateTest(match: DateMatch | NumberMatch, low: string, high: string, bind: Bind): string {
  const within = () => {
    const [from, to] = [bind(match.low), bind(match.high)]
    return `${low} >= ${from} and ${low} <= ${to} and ${high} <= ${to}`
  }
  const above = () => `${high} > ${bind(match.high)}`
  const below = () => `${low} < ${bind(match.low)}`
  switch (match.prefix) {
    case 'eq':
      return `(${within()})`
    case 'ne':
      return `(${below()} or ${above()})`
    case 'gt':
      return above()
    case 'lt':
      return below()
    case 'ge':
      return low === high ? `${low} >= ${bind(match.low)}` : `(${above()} or (${within()}))`
    case 'le':
      return low === high ? `${low} <= ${bind(match.high)}` : `(${low} <= ${bind(match.high)} and (${below()} or (${within()})))`
    case 'ap':
      return `(${low} <= ${bind(match.high)} and ${high} >= ${bind(match.low)})`
    case 'sa':
      return `${low} > ${bind(match.high)}`
    case 'eb':
      return low === high ? `${low} < ${bind(match.low)}` : `(${low} < ${bind(match.low)} and ${high} < ${bind(match.low)})`
  }
}

export const numberTest = (match: NumberMatch, bind: Bind): string => dateTest(match, 'i.value', 'i.other', bind)
