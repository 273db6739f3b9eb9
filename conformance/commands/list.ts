// `list`, `explain` and `matrix`: what is required, where it is written, and which seeded fault shows that the test can fail.

import type { Claim, Requirement } from '../requirement.ts'
import type { ClientRequirement } from '../simulate/requirement.ts'
import type { Screen } from '../report/console.ts'

export function list(chosen: readonly Claim[], screen: Screen): void {
  for (const { id, level, area, title } of chosen) screen.write(`${id.padEnd(11)} ${level.padEnd(6)} ${area}: ${title}\n`)
  screen.write(`${chosen.length} requirements\n`)
}

export function explain(requirement: Requirement | ClientRequirement, screen: Screen): void {
  if (requirement.role !== 'server') return explainClient(requirement, screen)
  const { id, level, area, title, statement, needs = {}, tags = [] } = requirement
  const { capability = [], systems = [], hl7v2 = [], scopes } = needs
  const lines = [
    `${id} (${level}, ${area})`,
    `  A conforming server ${title}.`,
    `  “${statement.quote}”`,
    `  ${statement.source}, ${statement.url}`,
    `  declared       ${capability.join(', ') || 'nothing needs to be'}`,
    `  configured     ${[...systems.map((role) => `systems.${role}`), ...hl7v2.map((part) => `hl7v2.${part}`)].join(', ') || 'nothing but the target'}`,
    ...(scopes === undefined ? [] : [`  scopes         ${scopes}`]),
    ...(tags.length > 0 ? [`  tags           ${tags.join(', ')}`] : []),
    `  proved by      ${proofOf(requirement)}`,
    `  if broken      ${meaning[level]}`,
  ]
  screen.write(`${lines.join('\n')}\n`)
}

function explainClient(requirement: ClientRequirement, screen: Screen): void {
  const { id, level, role, area, title, statement, packs, toSee } = requirement
  const lines = [
    `${id} (${level}, ${role}, ${area})`,
    `  A conforming ${role} ${title}.`,
    `  “${statement.quote}”`,
    `  ${statement.source}, ${statement.url}`,
    `  watched by     simulate --pack ${packs.join(',')}`,
    `  to be seen     ${toSee}`,
    `  proved by      ${proofOf(requirement)}`,
    `  if broken      ${meaning[level]}`,
  ]
  screen.write(`${lines.join('\n')}\n`)
}

const meaning: Readonly<Record<Requirement['level'], string>> = {
  MUST: 'fail, exit code 1',
  GATE: 'fail, exit code 1 (this project’s own rule, beyond the specification)',
  SHOULD: 'warn, exit code 0',
  MAY: 'warn, exit code 0',
}

export const proofOf = (requirement: Claim): string =>
  'kills' in requirement
    ? `it finds the seeded faults ${requirement.kills.join(', ')}`
    : `no seeded fault: ${requirement.unkillable}`

/** As a table in Markdown: requirement, where it is written, the faults that it finds. */
export function matrix(chosen: readonly Claim[], screen: Screen): void {
  screen.write('| id | level | claim | source | finds |\n|---|---|---|---|---|\n')
  for (const one of chosen) {
    const source = `[${one.statement.source}](${one.statement.url})`
    const finds = 'kills' in one ? one.kills.join(', ') : `– (${one.unkillable})`
    screen.write(`| ${one.id} | ${one.level} | ${one.area}: ${one.title} | ${source} | ${finds} |\n`)
  }
}
