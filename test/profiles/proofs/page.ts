// docs/profiles/PROOFS.md: which example proves which rule, printed from the proofs.

import { table } from '../../docs/table.ts'
import { exceptions } from './besides.ts'
import type { Expected } from './changes.ts'
import { names } from './constraints.ts'
import { own } from './definitions.ts'
import { type Proof, type Search, searchAll } from './proofs.ts'

export function proofsPage(search: Search = searchAll()): string {
  const { proofs, missing } = search
  return `${[
    '# Which example proves which rule',
    `Printed from \`test/profiles/proofs\` by \`npm run docs\`. ${proofs.length} constraints that our definitions add to R4, each with a good example, the one change that breaks it, and the issue that is found then and not before. ${missing.length === 0 ? 'None is without a proof.' : `Without a proof: ${missing.length}.`} A test takes each constraint away once, compiles the definition again, and sees that its issue is gone.`,
    'Not in the table: must-support, which asks systems and not data; a slice or a target that only gives a name (at the end). A slice of its own is proved by a rule that holds within it: known by another value, it is no longer met.',
    ...own.flatMap(({ id, title = id, url }) => section(id, title, url, proofs)),
    `## What is broken besides\n\nA change may break another rule that asks for the same. These are all, and why:\n\n${exceptions.map(({ reason }, at) => `${at + 1}. ${reason}`).join('\n')}`,
    `## What only gives a name\n\n${table(
      ['definition', 'element', 'what'],
      names().map(({ definition, element, reason }) => [linked(definition.id), `\`${element}\``, reason]),
    )}`,
  ].join('\n\n')}\n`
}

function section(id: string, title: string, url: string, proofs: readonly Proof[]): readonly string[] {
  const rows = proofs.filter(({ constraint }) => constraint.definition.url === url).map(row)
  return rows.length === 0
    ? []
    : [`## ${title}\n\n${linked(id)}\n\n${table(['element', 'rule', 'example', 'change', 'issue', ''], rows)}`]
}

function row({ constraint, example, change, besides }: Proof): readonly string[] {
  const notes = besides.map((reason) => exceptions.findIndex((one) => one.reason === reason) + 1)
  return [
    `\`${constraint.element}\``,
    constraint.says,
    example.name,
    change.words,
    issueText(change.issue),
    notes.map((at) => `besides: ${at}`).join(', '),
  ]
}

const issueText = ({ severity, id, expression, text = '' }: Expected): string =>
  `${severity} ${id} at \`${expression}\`${/^(?:slice|hf-[\w-]+:)/.test(text) ? ` (${text.replace(/:$/, '')})` : ''}`

const linked = (id: string): string => `[${id}](StructureDefinition-${id}.md)`
