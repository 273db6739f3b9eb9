// The verdict as a badge: an SVG that can be read aloud, or the JSON of which shields.io makes one.

import { verdictOf, type Verdict } from '../verdict.ts'
import { escaped } from './junit.ts'
import type { SavedReport } from './saved.ts'

const label = 'Home First conformance'

/** White on each of these has a contrast of at least 4.5 : 1. */
const colours: Readonly<Record<Verdict['word'], string>> = { passed: '#1a7f37', failed: '#b3261e', incomplete: '#7a5200' }

export function badge(report: SavedReport): string {
  const { word, sentence } = verdictOf(report)
  const message = messageOf(report)
  const [left, right] = [widthOf(label), widthOf(message)]
  const width = left + right
  const name = `${label}: ${message}`
  const text = (words: string, x: number, length: number) =>
    `<text x="${x}" y="14" textLength="${length - 12}" lengthAdjust="spacingAndGlyphs">${escaped(words)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${escaped(name)}">
  <title>${escaped(name)}</title>
  <desc>${escaped(`${sentence} ${report.target}, ${report.startedAt.slice(0, 10)}`)}</desc>
  <clipPath id="round"><rect width="${width}" height="20" rx="3"/></clipPath>
  <g clip-path="url(#round)"><rect width="${left}" height="20" fill="#3d444d"/><rect x="${left}" width="${right}" height="20" fill="${colours[word]}"/></g>
  <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${text(label, 6, left)}${text(message, left + 6, right)}</g>
</svg>
`
}

/** https://shields.io/badges/endpoint-badge */
export function shields(report: SavedReport): string {
  const { word } = verdictOf(report)
  const badge = { schemaVersion: 1, label, message: messageOf(report), color: colours[word].slice(1), isError: word === 'failed' }
  return `${JSON.stringify(badge)}\n`
}

function messageOf(report: SavedReport): string {
  const { counts, results, suite } = report
  const { word, isWhole } = verdictOf(report)
  const figures = word === 'failed' ? `${counts.fail} of ${results.length} fail` : `${counts.pass} of ${results.length} pass`
  const scope = suite && !isWhole ? ` (of ${suite.requirements})` : ''
  return word === 'incomplete' ? `incomplete, ${figures}${scope}` : `${figures}${scope}`
}

/** About what Verdana takes at 11 px; `textLength` makes it so. */
const widthOf = (text: string): number => Math.round(text.length * 6.4) + 12
