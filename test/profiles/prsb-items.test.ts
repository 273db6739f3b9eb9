// Where each mandatory and required item of four PRSB standards stands in the profiles: the table, the profiles and the source.

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { ownPlan } from '../../profiles/definitions-own.ts'

interface Row {
  readonly standard: string
  readonly item: string
  readonly necessity: 'M' | 'R'
  readonly cardinality: string
  readonly at: readonly string[]
}
interface ClusterRow {
  readonly cluster: string
  /** Path within the cluster; empty for the cluster itself. */
  readonly item: string
  readonly at: readonly string[]
}
interface Question {
  readonly linkId: string
  readonly type: string
  readonly required?: boolean
  readonly repeats?: boolean
  readonly item?: readonly Question[]
}
interface Element {
  readonly id: string
  readonly min?: number
  readonly type?: readonly { readonly code: string; readonly profile?: readonly string[] }[]
  readonly constraint?: readonly { readonly key: string; readonly expression?: string }[]
}
interface Definition {
  readonly name: string
  readonly type: string
  readonly url: string
  readonly snapshot: { readonly element: readonly Element[] }
}

const room = new URL('../../profiles/', import.meta.url)
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, room), 'utf8'))
const prsb = read('content/prsb.json') as { items: readonly Row[]; clusters: readonly ClusterRow[] }
const definitions = readdirSync(new URL('built/definitions/', room)).map(
  (name) => read(`built/definitions/${name}`) as Definition,
)
const { shapes } = ownPlan()
const forms = new Map(
  ['HomeFirstReferralForm', 'PersonalisedCareAndSupportPlan', 'AboutMe'].map((name) => {
    const form = read(`built/exchange/Questionnaire-${name}.json`) as { item: readonly Question[] }
    return [name, new Map(flat(form.item).map((question) => [question.linkId, question]))] as const
  }),
)

describe('the table of PRSB items', () => {
  it('names only places that exist', () => {
    const places = [...prsb.items, ...prsb.clusters].flatMap((row) => row.at)
    expect(places.length).toBeGreaterThan(1000)
    expect([...new Set(places)].filter((place) => !isThere(place))).toEqual([])
  })

  it('gives every item a place', () => {
    expect(prsb.items.filter((row) => row.at.length === 0)).toEqual([])
  })

  it('names no item twice', () => {
    const names = prsb.items.map((row) => `${row.standard} ${row.item}`)
    expect(names).toHaveLength(new Set(names).size)
  })

  it('has every mandatory item required by the form that it stands on', () => {
    const mandatory = questionsOf(prsb.items.filter((row) => row.necessity === 'M'))
    expect(mandatory.length).toBeGreaterThan(30)
    expect(mandatory.filter((question) => question.required !== true).map((question) => question.linkId)).toEqual([])
  })

  it('has every mandatory item that is a section 1..1 in the discharge summary', () => {
    const summary = definitions.find((definition) => definition.name === 'HomeFirstDischargeSummary')
    const sections = prsb.items
      .filter((row) => row.standard === 'discharge' && row.necessity === 'M' && !row.item.includes(' / '))
      .flatMap((row) => row.at.map((place) => place.replace('HomeFirstDischargeSummary', 'Composition')))
    expect(sections).toHaveLength(6)
    expect(sections.map((id) => summary?.snapshot.element.find((element) => element.id === id)?.min)).toEqual(
      sections.map(() => 1),
    )
  })

  it('has a rule of HomeFirstNeedsAssessment for every question that the referral form requires', () => {
    const rules = rulesOf('HomeFirstNeedsAssessment')
    const required = [...(forms.get('HomeFirstReferralForm')?.values() ?? [])].filter((question) => question.required === true)
    expect(required.length).toBeGreaterThan(20)
    expect(required.map((question) => question.linkId).filter((linkId) => !rules.includes(`'${linkId}'`))).toEqual([])
  })

  it('has rules that name only questions that the forms ask', () => {
    const asked = (form: string, profile: string) =>
      [...rulesOf(profile).matchAll(/linkId = '([^']+)'/g)]
        .map((match) => match[1] ?? '')
        .filter((id) => !forms.get(form)?.has(id))
    expect(asked('HomeFirstReferralForm', 'HomeFirstNeedsAssessment')).toEqual([])
    expect(asked('AboutMe', 'HomeFirstAboutMe')).toEqual([])
  })
})

describe('the forms', () => {
  it('have no linkId twice', () => {
    for (const [name, questions] of forms) {
      const form = read(`built/exchange/Questionnaire-${name}.json`) as { item: readonly Question[] }
      expect(flat(form.item), name).toHaveLength(questions.size)
    }
  })

  it('give a question the linkId of its group and one word more', () => {
    for (const questions of forms.values()) {
      const strays = [...questions.values()].flatMap((question) =>
        (question.item ?? []).filter((inner) => !inner.linkId.startsWith(`${question.linkId}.`)),
      )
      expect(strays).toEqual([])
    }
  })
})

const data = new URL('../../../shared/data/uk-fhir/', import.meta.url)
const isSourceThere = existsSync(data)
if (!isSourceThere) console.log('skipped: ../shared/data is not here, so the table is not compared with the published standards')

describe.skipIf(!isSourceThere)('the published standards', () => {
  it.each([
    ['referral', 'prsb/hospital-referral-community-care-v1.1.csv', 1352],
    ['plan', 'prsb/personalised-care-support-plan-v2.0.csv', 286],
    ['about-me', 'prsb/about-me-v2.csv', 67],
    ['discharge', 'itk3-edischarge/edischarge-v2.9-prsb-elements.csv', 85],
  ])('have no mandatory or required item that the table lacks, and none that it invents: %s', (standard, file, count) => {
    const published = standard === 'discharge' ? dischargeItems(file) : outlineItems(file)
    expect(published).toHaveLength(count)
    const listed = new Map(prsb.items.filter((row) => row.standard === standard).map((row) => [row.item, row]))
    expect(published.filter(({ item }) => !listed.has(item) && !isOfCluster(item)).map(({ item }) => item)).toEqual([])
    const known = new Map(published.map((row) => [row.item, row]))
    expect([...listed.keys()].filter((item) => !known.has(item))).toEqual([])
    const wrong = [...listed.values()].filter((row) => {
      const source = known.get(row.item)
      return source?.necessity !== row.necessity || (source.cardinality !== '' && source.cardinality !== row.cardinality)
    })
    expect(wrong).toEqual([])
  })
})

interface Published {
  readonly item: string
  readonly necessity: string
  readonly cardinality: string
}

function outlineItems(file: string): readonly Published[] {
  const rows: Record<string, string>[] = parse(readFileSync(new URL(file, data)), { columns: true, bom: true })
  return rows
    .map((row) => ({ item: row['path'] ?? '', necessity: row['mro'] ?? '', cardinality: row['card'] ?? '' }))
    .filter((row) => row.necessity === 'M' || row.necessity === 'R')
}

/** ITK3's table spells necessity and cardinality in several ways, and has each section as a heading and as a first row. */
function dischargeItems(file: string): readonly Published[] {
  const rows: string[][] = parse(readFileSync(new URL(file, data)), { relax_column_count: true })
  const sections = new Map<string, string>()
  const found = new Map<string, Published>()
  for (const [key = '', name = '', , cardinality = '', necessity = ''] of rows) {
    if (!sections.has(key)) sections.set(key, name)
    const item = key === 'headings' ? name : `${sections.get(key)} / ${name}`
    const level = necessity.charAt(0)
    if ((level === 'M' || level === 'R') && !found.has(item)) {
      found.set(item, { item, necessity: level, cardinality: plainCardinality(cardinality) })
    }
  }
  return [...found.values()]
}

function plainCardinality(text: string): string {
  if (text === '1 only') return '1..1'
  const match = /^([01]) ?(?:to|\.\.) ?(1|many)$/.exec(text)
  return match ? `${match[1]}..${match[2] === 'many' ? '*' : match[2]}` : ''
}

/** PRSB repeats who, who wrote it down, and where in most entries: the table has each of these clusters once. */
function isOfCluster(item: string): boolean {
  const steps = item.split(' / ')
  const at = steps.findIndex((step, index) => index > 0 && prsb.clusters.some((row) => row.cluster === step))
  const rest = steps.slice(at + 1).join(' / ')
  return at > 0 && prsb.clusters.some((row) => row.cluster === steps[at] && row.item === rest)
}

function questionsOf(rows: readonly Row[]): readonly Question[] {
  return rows.flatMap((row) => row.at.flatMap((place) => question(place) ?? []))
}

function question(place: string): Question | undefined {
  const [form = '', linkId = ''] = place.split('#')
  return forms.get(form)?.get(linkId)
}

function rulesOf(name: string): string {
  const elements = definitions.find((definition) => definition.name === name)?.snapshot.element ?? []
  return elements.flatMap((element) => (element.constraint ?? []).map((rule) => rule.expression ?? '')).join('\n')
}

function isThere(place: string): boolean {
  if (place.includes('#')) return question(place) !== undefined
  const [owner = '', ...steps] = place.split('.')
  if (forms.has(owner) && steps.length === 0) return true
  const definition = definitions.find(({ name }) => name === owner)
  return definition ? isInProfile(definition, steps) : isInType(owner, steps)
}

/** As far as the snapshot has it; then in the extension that stands there, or in the type. */
function isInProfile(definition: Definition, steps: readonly string[]): boolean {
  const elements = new Map(definition.snapshot.element.map((element) => [element.id, element]))
  let known = steps.length
  while (known > 0 && !elements.has([definition.type, ...steps.slice(0, known)].join('.'))) known--
  const rest = steps.slice(known)
  if (rest.length === 0) return true
  const { code = definition.type, profile = [] } =
    elements.get([definition.type, ...steps.slice(0, known)].join('.'))?.type?.[0] ?? {}
  const extension = definitions.find(({ url, type }) => type === 'Extension' && profile.includes(url))
  return extension ? isInProfile(extension, rest) : !rest.some((step) => step.includes(':')) && isInType(code, rest)
}

function isInType(name: string, steps: readonly string[]): boolean {
  const [step, ...rest] = steps
  const shape = shapes[name]
  if (!shape || step === undefined) return shape !== undefined
  const element = shape.elements.find((one) => one.name === step || one.variants.some(({ key }) => key === step))
  const variant = element?.variants.find(({ key }) => key === step) ?? element?.variants[0]
  return variant !== undefined && (rest.length === 0 || isInType(variant.shape ?? variant.type, rest))
}

function flat(questions: readonly Question[]): readonly Question[] {
  return questions.flatMap((one) => [one, ...flat(one.item ?? [])])
}
