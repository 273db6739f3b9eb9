// FHIR XML and JSON carry the same: what is written is read again, and what is read is written again, with nothing lost.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../../profiles/json.ts'
import { readXml } from '../../../profiles/xml/read.ts'
import { writeXml } from '../../../profiles/xml/write.ts'
import { issues } from '../compiler/r4.ts'
import { differences, inOrder } from './compared.ts'
import { resource, resourceNames } from './resources.ts'

const limits = { bytes: 20 * 1024 * 1024, depth: 64 }
/** Of 1,500 resources each: fast-check keeps what it drew until a round is over. */
const rounds = Array.from({ length: process.env['LONG'] ? 20 : 1 }, (_, i) => i + 1)
const again = (text: string) => readXml(new TextEncoder().encode(text), limits)

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

describe('JSON to XML and back', () => {
  it.each(rounds)('gives the same resource for anything that R4 defines, round %i', () => {
    fc.assert(
      fc.property(resource(), (given) => {
        const read = again(writeXml(given))
        expect('faults' in read ? read.faults : inOrder(read.value)).toEqual(inOrder(given))
      }),
      { numRuns: 1_500 },
    )
  })

  it('knows every resource type of R4', () => {
    expect(resourceNames.length).toBeGreaterThanOrEqual(146)
    for (const resourceType of resourceNames) {
      expect(again(writeXml({ resourceType, id: 'a' }))).toMatchObject({ value: { resourceType, id: 'a' } })
    }
  })

  const examples = new URL('../../../profiles/built/examples/', import.meta.url)
  it.each(readdirSync(examples))('gives %s the same', (name) => {
    const json = readJson(readFileSync(new URL(name, examples)), limits)
    const given = 'value' in json && isRecord(json.value) ? json.value : {}
    expect(given['resourceType']).toBeDefined()
    const read = again(writeXml(given))
    expect('faults' in read ? read.faults : inOrder(read.value)).toEqual(inOrder(given))
  })
})

const data = '/work/shared/data/uk-fhir/'
const isThere = existsSync(data)
if (!isThere) console.log('skipped: /work/shared/data is not here, so the national examples are not read as XML')
const folders = ['uk-core', 'bars', 'nhsengland', 'namingsystem', 'frameworks']

/** What is wrong with these is wrong: a reader that took them would have mended, or lost, what stands there. */
const wrong: Readonly<Record<string, string>> = {
  'frameworks/MessageDefinition/MessageDefinition-document.xml': 'xml-element-order MessageDefinition.name',
  'frameworks/MessageDefinition/MessageDefinition-encounter.xml': 'xml-element-order MessageDefinition.name',
  'uk-core/codesystems/CodeSystem-UKCore-EthnicCategoryScotland.xml': 'xml-text CodeSystem.concept[3]',
  'uk-core/examples/Extension-UKCore-CodingSCT-IllicitDrugs-Example.xml': 'xml-element-order Observation.text',
  'uk-core/examples/Extension-UKCore-ConditionEpisode-Example.xml': 'xml-element-repeated Condition.extension[0].value',
  'uk-core/examples/UKCore-Observation-Lab-Albumin-Example.xml': 'xml-element-order Observation.meta',
  'uk-core/examples/UKCore-Questionnaire-EOLPlan-Example.xml':
    'xml-element-order Questionnaire.item[0].item[0].item[0].extension[0]',
}

describe.skipIf(!isThere)('national XML of R4', () => {
  const files = isThere
    ? folders.flatMap((folder) =>
        readdirSync(data + folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
      )
    : []

  it('is read and written with not one tag or attribute lost, but for what is really wrong', () => {
    const found: Record<string, string> = {}
    const documents = files.filter((name) => name.endsWith('.xml'))
    expect(documents.length).toBeGreaterThan(600)
    for (const name of documents) {
      const bytes = readFileSync(data + name)
      const read = readXml(bytes, limits)
      if ('faults' in read) found[name] = `${read.faults[0]?.id} ${read.faults[0]?.path}`
      else expect([name, ...differences(bytes.toString('utf8').replace(/^\ufeff/, ''), writeXml(read.value))]).toEqual([name])
    }
    expect(found).toEqual(wrong)
  })

  it('comes from national JSON as well, wherever that is right', () => {
    // The validator does not look into types that are not in use, and the one example of them gives a single Coding as a list.
    const documents = files.filter((name) => name.endsWith('.json') && !name.includes('/message_definition/'))
    const resources = documents.flatMap((name) => {
      const json = readJson(readFileSync(data + name), limits)
      return 'value' in json && isRecord(json.value) && issues(json.value).every(({ severity }) => severity !== 'error')
        ? [[name, json.value] as const]
        : []
    })
    expect(resources.length).toBeGreaterThan(20)
    for (const [name, value] of resources) {
      const read = again(writeXml(value))
      expect([name, 'faults' in read ? read.faults : inOrder(read.value)]).toEqual([name, inOrder(value)])
    }
  })
})
