// `compare`: what got worse, better, what is new and what is gone between two runs that were kept as JSON.

import { writeFileSync } from 'node:fs'
import { compare, type Change, type Comparison } from '../compare.ts'
import { exits, isRequiredSkip } from '../exit.ts'
import { onOneLine, type Screen } from '../report/console.ts'
import { code, plain } from '../report/markdown.ts'
import type { Arguments, Reporter } from './arguments.ts'
import { savedAt } from './report.ts'
import { unwritable, usage } from './write.ts'

/** 5 when something got worse; 4, strictly, when something required was judged before and is not now. */
export function compareCommand({ rest, reporters, strictSkips }: Arguments, screen: Screen): number {
  const [first = '', second = '', ...more] = rest
  if (second === '' || more.length > 0) return usage(['compare BASELINE RUN: the JSON reports of two runs'], screen)
  const [baseline, run] = [savedAt(first), savedAt(second)]
  const faults = [baseline, run].flatMap((one) => ('faults' in one ? one.faults : []))
  if ('faults' in baseline || 'faults' in run) return usage(faults, screen)
  const wrong = [
    ...reporters.flatMap(({ kind }) =>
      kind in manners ? [] : [`compare: --reporter is one of ${Object.keys(manners).join(', ')}`],
    ),
    ...unwritable(reporters),
  ]
  if (wrong.length > 0) return usage(wrong, screen)
  const comparison = compare(baseline.report, run.report)
  for (const reporter of reporters) write(comparison, reporter, screen)
  if (comparison.worse.length > 0) return exits.regressed
  return strictSkips && comparison.gone.some(isRequired) ? exits.skipped : exits.passed
}

const isRequired = ({ level, before }: Change): boolean =>
  before !== 'skip' && before !== 'omit' && isRequiredSkip({ outcome: 'skip', level })

function write(comparison: Comparison, { kind, file }: Reporter, screen: Screen): void {
  const text = (manners[kind] ?? asText)(comparison)
  if (file === undefined) screen.write(text)
  else writeFileSync(file, text)
}

const manners: Readonly<Record<string, (comparison: Comparison) => string>> = {
  console: asText,
  json: (comparison) => `${JSON.stringify(comparison, undefined, 2)}\n`,
  markdown: asMarkdown,
}

interface Part {
  readonly name: string
  readonly changes: readonly Change[]
}

function partsOf({ worse, better, added, gone, otherwise }: Comparison): readonly Part[] {
  return [
    { name: 'worse', changes: worse },
    { name: 'as bad, in another way', changes: otherwise },
    { name: 'gone', changes: gone },
    { name: 'new', changes: added },
    { name: 'better', changes: better },
  ]
}

const turned = ({ before, after }: Change): string =>
  before === after ? `${after}` : `${before ?? 'absent'} → ${after ?? 'absent'}`

function asText(comparison: Comparison): string {
  const lines = partsOf(comparison).flatMap(({ name, changes }) => [
    ...(changes.length > 0 ? [`${name} (${changes.length})`] : []),
    ...changes.map(
      (one) =>
        `  ${turned(one).padEnd(15)} ${one.id.padEnd(11)} ${one.level.padEnd(6)} ${onOneLine(`${one.area}: ${one.title}`)}${one.reason ? ` (${onOneLine(one.reason)})` : ''}`,
    ),
  ])
  return `${[...lines, ...comparison.notices.map((notice) => `note: ${onOneLine(notice)}`), headline(comparison)].join('\n')}\n`
}

function headline(comparison: Comparison): string {
  return `${partsOf(comparison)
    .map(({ name, changes }) => `${changes.length} ${name}`)
    .join(', ')}, ${comparison.same} the same`
}

function asMarkdown(comparison: Comparison): string {
  const { baseline, run, notices } = comparison
  const parts = partsOf(comparison).filter(({ changes }) => changes.length > 0)
  const lines = [
    `## Home First conformance: ${comparison.worse.length > 0 ? 'worse than the baseline' : 'no worse than the baseline'}`,
    '',
    headline(comparison),
    '',
    `- Baseline: ${code(baseline.target)}, ${plain(baseline.startedAt)}`,
    `- Run: ${code(run.target)}, ${plain(run.startedAt)}`,
    ...notices.map((notice) => `- Note: ${plain(notice)}`),
    '',
    ...parts.flatMap(({ name, changes }) => [
      `### ${name[0]?.toUpperCase()}${name.slice(1)} (${changes.length})`,
      '',
      '| outcome | id | level | claim | found |',
      '|---|---|---|---|---|',
      ...changes.map(
        (one) =>
          `| ${turned(one)} | ${plain(one.id)} | ${one.level} | ${plain(`${one.area}: ${one.title}`)} | ${plain(one.reason ?? '')} |`,
      ),
      '',
    ]),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}
