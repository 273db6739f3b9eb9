// How each published file is read for the comparison with our code lists; what is made equal is only what its own notes say.

import { existsSync, readFileSync } from 'node:fs'

/** A code and its words, as a source has them; a source of labels gives no codes, one whose words we shorten no words. */
export interface Published {
  readonly code?: string
  readonly display?: string
}

export interface Comparison {
  /** Path under ../shared; one under profiles/ is in this repository. */
  readonly file: string
  readonly read: (text: string) => readonly Published[]
  /** The code system within a value set that this compares; without it, all that is listed of others. */
  readonly system?: string
  /** Only the codes of ours that the file is the source of. */
  readonly of?: (code: string) => boolean
  /** The list takes some of the published codes, and says which in its description. */
  readonly isPart?: true
  /** The source writes its words with capitals as a form does. */
  readonly isCaseIgnored?: true
}

export const sitrep = (name: string): string => `data/uk-formats/sitrep/${name}`
export const prsb = (name: string): string => `data/uk-fhir/prsb/${name}`
export const standards = 'reference/uk-fhir-standards.md'

export const part = (all: readonly Comparison[], system?: string): readonly Comparison[] =>
  all.map((one) => ({ ...one, isPart: true, ...(system !== undefined && { system }) }))

/** NHS Data Dictionary. */
export const dictionary = (key: string): readonly Comparison[] => [
  {
    file: 'data/uk-formats/nhsdd/code-lists.json',
    read: (text) => (JSON.parse(text) as Record<string, { codes: Published[] }>)[key]?.codes ?? [],
  },
]

/** Client-level data: labels only, from which our codes are made by one rule. */
export const label = (list: string): readonly Comparison[] => [
  {
    file: 'data/uk-formats/cld/cld-spec.json',
    read: (text) => coined((JSON.parse(text) as { lists: Record<string, string[]> }).lists[list] ?? []),
  },
]

/** A national FHIR code system, from the digest of all of them; a list of another system's codes stands there as `list :: system`. */
export const codes = (url: string): readonly Comparison[] => [
  {
    file: 'data/uk-fhir/derived/codes.json',
    read: (text) => (JSON.parse(text) as Record<string, { concepts: Published[] }>)[url]?.concepts ?? [],
    system: url.split(' :: ').at(-1) ?? url,
  },
]

export const ukCore = (name: string): readonly Comparison[] => codes(`https://fhir.hl7.org.uk/CodeSystem/UKCore-${name}`)

/** Some of a code system of HL7, as this repository keeps it. */
export const hl7 = (system: string): readonly Comparison[] => [
  { file: 'profiles/r4/terminology.json', read: (text) => hl7Concepts(text, system), system, isPart: true },
]

/** One cell of PRSB's hospital referral. */
export const referralForm = (path: string, read: Comparison['read']): readonly Comparison[] => [
  {
    file: prsb('hospital-referral-community-care-v1.1.csv'),
    read: (text) => read(csv(text).find((row) => row[1] === path)?.[6] ?? ''),
    isCaseIgnored: true,
  },
]

/** The published name of a reason begins with that of its group, with a dash of some kind, and spaces of any kind or none. */
export function delayReasons(text: string): readonly Published[] {
  const { acute_2024: rows } = JSON.parse(text) as {
    acute_2024: { group: string; suggestedCode: string; exactPublishedString: string }[]
  }
  const split = rows.map((row) => ({ ...row, ...metric(row.exactPublishedString) }))
  const groups = new Map(split.map(({ group, first }) => [group, { code: group, display: first }]))
  return [...groups.values(), ...split.map(({ suggestedCode: code, rest: display }) => ({ code, display }))]
}

export function delayMetrics(text: string): readonly Published[] {
  const metrics = columns(text).map(metric)
  const groups = new Set(metrics.map(({ first }) => first))
  return [...groups, ...metrics.map(({ rest }) => rest)].map((display) => ({ display }))
}

export const destinationMetrics = (text: string): readonly Published[] => columns(text).map((display) => ({ display }))

/** Lists without codes; those of the older acute list are its roman numbers. */
export const reasonLists =
  (list: 'acute_pre_2024_roman_i_to_xviii' | 'community_2023_table5' | 'destinations_2024') =>
  (text: string): readonly Published[] => {
    const words = (JSON.parse(text) as Record<string, string[]>)[list] ?? []
    if (list === 'community_2023_table5') return coined(words)
    return words.map((display, n) => ({ display, ...(list !== 'destinations_2024' && { code: roman[n] ?? '' }) }))
  }

/** `1: Asylum Seeker; 2: …`, once without its colon. */
export const numbered = (cell: string): readonly Published[] =>
  [...cell.matchAll(/(\d+):? ([^;]+)/g)].map(([, code = '', display = '']) => ({ code, display: display.trim() }))

/** `A - General level i.e. … B = …`: the wording is shortened by us. */
export const lettered = (cell: string): readonly Published[] =>
  [...cell.matchAll(/\b([A-D]) ?[-=] /g)].map(([, code = '']) => ({ code }))

/** `10: Hospital (Acute/Community/Other)20: …`: what stands in brackets are examples. */
export const deathPlaces = (cell: string): readonly Published[] =>
  [...cell.matchAll(/(?<!\d)(\d\d): ([^(0-9]+)/g)].map(([, code = '', display = '']) => ({ code, display: display.trim() }))

/** A running text without any separator: right only when it is these words and no others. */
export function referralMethods(cell: string): readonly Published[] {
  const words = ['Fax', 'Phone', 'Secure Messaging', 'Secure Email', 'Letter', 'NHS E-Referral Service', 'Self referral']
  return cell === `Allow National Codes only ${words.join(' ')}` ? words.map((display) => ({ display })) : []
}

export const snomedInCell = (cell: string): readonly Published[] =>
  [...cell.matchAll(/(\d{12,18}), ?([^0-9]+)/g)].map(([, code = '', display = '']) => ({ code, display: display.trim() }))

export const snomedInText = (text: string): readonly Published[] =>
  [...text.matchAll(/\b(\d{6,18}) "([^"]+)"/g)].map(([, code = '', display = '']) => ({ code, display }))

/** ``(`referral` "Transfer of Care" | `validation`)``. */
export function messageCategories(text: string): readonly Published[] {
  const [, listed = ''] = /message-category-servicerequest` \(([^)]*)\)/.exec(text) ?? []
  return [...listed.matchAll(/`(\w+)`(?: "([^"]+)")?/g)].map(([, code = '', display]) => ({
    code,
    ...(display !== undefined && { display }),
  }))
}

export const sectionHeadings = (text: string): readonly Published[] =>
  csv(text).flatMap(([depth, path]) => (depth === '1' && path !== undefined ? [{ display: path }] : []))

/** The rule by which our codes are made of labels. */
const coined = (labels: readonly string[]): readonly Published[] =>
  labels.map((display) => ({
    code: display
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, ''),
    display,
  }))

const roman = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
]

function metric(name: string): { readonly first: string; readonly rest: string } {
  const [, first = '', rest = ''] = /^(.+?) ?[–-] (.+)$/.exec(name.replaceAll(/\s+/g, ' ')) ?? []
  return { first, rest }
}

interface Hl7Concept extends Published {
  readonly concept?: readonly Hl7Concept[]
}

function hl7Concepts(text: string, system: string): readonly Published[] {
  const all = JSON.parse(text) as { resourceType: string; url: string; concept?: readonly Hl7Concept[] }[]
  const flat = (concepts: readonly Hl7Concept[]): readonly Published[] =>
    concepts.flatMap(({ concept = [], ...one }) => [one, ...flat(concept)])
  return flat(all.find(({ resourceType, url }) => resourceType === 'CodeSystem' && url === system)?.concept ?? [])
}

/** The first column below its heading. */
const columns = (text: string): readonly string[] =>
  csv(text)
    .slice(1)
    .flatMap(([first = '']) => (first === '' ? [] : [first]))

/** A file under ../shared; undefined where that folder is not. */
export function shared(path: string): string | undefined {
  const file = new URL(`../../../shared/${path}`, import.meta.url)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Rows of cells; a quoted cell may hold commas, line breaks and doubled quotes. */
export function csv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end !== ',' && end !== '') rows.push([])
  }
  return rows
}
