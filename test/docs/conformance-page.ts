// docs/conformance-matrix.md: what the suite asks, how much of the reference list that is, and which seeded faults show that it can fail.

import { assertionAreas, type Assertion, type AssertionArea } from '../../conformance/requirements/assertion-list.ts'
import { reasonedOut } from '../../conformance/requirements/reasoned-out.ts'
import { levels, type Requirement } from '../../conformance/requirement.ts'
import { suite } from '../../conformance/suite.ts'
import { mutants } from '../mutants/mutants.ts'
import { table } from './table.ts'

export function conformancePage(): string {
  const later = assertionAreas.filter((one) => one.later !== undefined)
  return `# What the conformance suite asks

Printed from the code by \`npm run docs\`. ${suite.length} requirements, ${countsOf(suite)}; ${mutants.length} seeded faults, each a line of this gateway made wrong, that they find. \`npm run conformance -- explain ID\` says of each what it quotes, needs and means; \`npm run conformance -- mutants\` shows that it can fail.

What is asked of a client, by the simulator, stands in [simulate.md](simulate.md).

## How much of the reference list

The list holds 414 testable assertions of FHIR R4 over HTTP, SMART App Launch and the NHS's own profiles, gathered from the specifications for this project; GATE is this project's own rule beyond them. *Shown* means that a requirement fails on a server that breaks it; *reasoned out*, that no requirement shows it, for a reason that stands below.

${coverage()}

Not gone through yet: ${later.map(({ area, assertions, later: why = '' }) => `${area} (${assertions.length} assertions: ${why})`).join('; ')}.

### Reasoned out

${table(
  ['assertion', 'why no requirement shows it'],
  Object.entries(reasonedOut).map(([id, why]) => [id, why]),
)}

## The requirements

A server that breaks a MUST or a GATE fails (exit code 1); a SHOULD or a MAY is a warning. *Finds* names the seeded faults that the requirement is shown to find, or says why none could be seeded that only it would find.

${[...new Set(suite.map(({ area }) => area))].map(sectionOf).join('\n\n')}
`
}

function coverage(): string {
  const areas = assertionAreas.filter(({ later }) => later === undefined)
  const all = areas.flatMap(({ assertions }) => assertions)
  return table(
    ['area', 'assertions', 'MUST shown', 'SHOULD shown', 'MAY, GATE shown', 'reasoned out'],
    [...areas.map(rowOf), rowOf({ prefix: '', area: '**all**', assertions: all })],
  )
}

function rowOf({ prefix, area, assertions }: AssertionArea): readonly string[] {
  const of = (...wanted: readonly string[]) => shareOf(assertions.filter(({ level }) => wanted.includes(level)))
  const out = assertions.filter(({ id }) => Object.hasOwn(reasonedOut, id)).length
  const share = out === 0 ? '' : `${out} (${percent(out, assertions.length)})`
  const name = prefix === '' ? area : `${area} (${prefix})`
  return [name, String(assertions.length), of('MUST'), of('SHOULD'), of('MAY', 'GATE'), share]
}

const shown = new Set(suite.flatMap(({ assertions = [] }) => assertions))

function shareOf(assertions: readonly Assertion[]): string {
  const number = assertions.filter(({ id }) => shown.has(id)).length
  return assertions.length === 0 ? '–' : `${number} of ${assertions.length} (${percent(number, assertions.length)})`
}

/** Cut, not rounded: 99.6 % is not all. */
const percent = (part: number, whole: number): string => `${Math.floor((100 * part) / whole)} %`

const countsOf = (requirements: readonly Requirement[]): string =>
  levels
    .map((level) => [requirements.filter((one) => one.level === level).length, level] as const)
    .filter(([number]) => number > 0)
    .map(([number, level]) => `${number} ${level}`)
    .join(', ')

function sectionOf(area: string): string {
  const own = suite.filter((one) => one.area === area)
  const rows = own.map((one) => [one.id, one.level, one.title, sourceOf(one), (one.assertions ?? []).join(', '), findsOf(one)])
  return `### ${area}\n\n${countsOf(own)}\n\n${table(['id', 'level', 'a conforming server', 'source', 'shows', 'finds'], rows)}`
}

/** Pages of this project are named from its root, and this one stands in docs. */
const sourceOf = ({ statement: { source, url } }: Requirement): string => `[${source}](${url.replace(/^docs\//, '')})`

const findsOf = (one: Requirement): string => ('kills' in one ? one.kills.join(', ') : `– ${one.unkillable}`)
