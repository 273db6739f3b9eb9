// Types of R4 that the gateway does not store: looked at all the same by whoever asks, and never by half.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { base, structureDefinition } from '../../profiles/canonical.ts'
import { ownValidator } from '../../profiles/own-validator.ts'
import { packageValidator } from '../../profiles/package-validator.ts'
import { wholeValidator } from '../../profiles/whole-validator.ts'

const core = 'http://hl7.org/fhir/StructureDefinition/'
const whole = wholeValidator()
const found = (resource: unknown, profile?: string) =>
  whole
    .validate(resource, profile === undefined ? {} : { profile })
    .filter(({ severity }) => severity !== 'information')
    .map(({ severity, id, expression }) => `${severity} ${id} ${expression}`)

const account = { resourceType: 'Account', status: 'active' }
const patient = { resourceType: 'Patient', active: true }
const collection = (...resources: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
})

describe('a type of R4 that is not stored here', () => {
  it('is looked at by its definition', () => {
    expect(
      ownValidator()
        .validate(account)
        .map(({ id }) => id),
    ).toContain('resource-type-unsupported')
    expect(found(account)).toEqual([])
    expect([whole.isValid(account), whole.check(account).valid]).toEqual([true, true])
    expect(found({ ...account, status: 'banana', balance: 3 })).toEqual([
      'error code-not-in-list Account.status',
      'error unknown-element Account.balance',
    ])
    expect(whole.isValid({ ...account, status: 'banana' })).toBe(false)
  })

  it('is looked at within another too, and the two beside each other', () => {
    expect(found(collection(account, patient))).toEqual([])
    expect(found(collection({ ...account, status: 'banana' }, { ...patient, active: 'yes' }))).toEqual([
      'error code-not-in-list Bundle.entry[0].resource.status',
      'error wrong-type Bundle.entry[1].resource.active',
    ])
  })

  it('leaves what is known to who knows it', () => {
    expect(found({ ...patient, banana: 1 })).toEqual(['error unknown-element Patient.banana'])
    expect(found(patient, structureDefinition('HomeFirstPatient')).length).toBeGreaterThan(0)
    expect(found(patient, `${base}/StructureDefinition/None`)).toEqual(['error profile-unknown Patient'])
  })

  it('is none when R4 has none of the name', () => {
    for (const type of ['Banana', 'DomainResource', 'HumanName', '__proto__', 'SubscriptionStatus.x']) {
      expect(whole.isKnownProfile(core + type)).toBe(type === 'HumanName' ? ownValidator().isKnownProfile(core + type) : false)
      expect(whole.isValid({ resourceType: type })).toBe(false)
    }
  })

  it('never throws, however deep or strange what it is given', () => {
    let deep: unknown = account
    for (let i = 0; i < 5_000; i += 1) deep = { contained: [deep] }
    for (const one of [
      deep,
      null,
      7,
      'x',
      [],
      { resourceType: 'Account', meta: { profile: [null, 7, `${core}bp`, `${core}none`] } },
    ])
      expect(() => whole.validate(one)).not.toThrow()
  })
})

describe('a profile of the R4 specification', () => {
  const pressure = { resourceType: 'Observation', status: 'final', code: { text: 'x' } }

  it('is held to when it is asked for or claimed', () => {
    expect(found(pressure)).toEqual([])
    expect(found(pressure, `${core}bp`)).toContain('error required Observation.subject')
    expect(found(pressure, `${core}bp|4.0.1`)).toContain('error required Observation.subject')
    expect(found({ ...pressure, meta: { profile: [`${core}bp`] } })).toContain('error required Observation.subject')
  })

  it('is unknown in another version', () => {
    expect(found(pressure, `${core}bp|9.9`)).toEqual(['error profile-version-unknown Observation'])
  })
})

describe('packages', () => {
  const definition = {
    ...JSON.parse(readFileSync('profiles/built/definitions/StructureDefinition-work-type.json', 'utf8')),
    url: 'http://x.example/fhir/StructureDefinition/x',
  } as object
  const made = packageValidator([{ path: 'x.json', bytes: new TextEncoder().encode(JSON.stringify(definition)) }])

  it('come with the same', () => {
    expect(made.faults).toEqual([])
    expect(made.validator.isValid(account)).toBe(false)
    expect(made.whole.isValid(account)).toBe(true)
    expect(made.whole.isValid({ ...account, status: 'banana' })).toBe(false)
  })
})

describe('what is built here', () => {
  it.each(['definitions', 'exchange', 'terminology', 'examples'])('is right: %s', { timeout: 180_000 }, (folder) => {
    const errors = filesIn(folder).flatMap(([name, resource]) => errorsIn(resource).map((error) => `${name} ${error}`))
    expect(errors).toEqual([])
  })

  it('would not be without the words and reasons that R4 asks for in a snapshot (sdf-3, eld-18)', () => {
    const [, patient] = filesIn('definitions').find(([name]) => name === 'StructureDefinition-HomeFirstPatient.json') ?? []
    const { snapshot, ...published } = patient as { snapshot: { element: Record<string, unknown>[] } }
    const element = snapshot.element.map(({ definition: _, isModifierReason: __, ...rest }) => rest)
    const errors = errorsIn({ ...published, snapshot: { element } }).join('\n')
    for (const rule of ['sdf-3:', 'eld-18:']) expect(errors).toContain(rule)
  })
})

const filesIn = (folder: string): readonly (readonly [name: string, resource: unknown])[] =>
  readdirSync(`profiles/built/${folder}`).map((name) => [
    name,
    JSON.parse(readFileSync(`profiles/built/${folder}/${name}`, 'utf8')) as unknown,
  ])

const errorsIn = (resource: unknown): readonly string[] =>
  whole
    .validate(resource)
    .filter(({ severity }) => severity === 'error')
    .map(({ id, expression, text }) => `${id} ${expression} ${text}`)
