// FHIR_PACKAGES: further definitions are enforced, and wrong ones stop the start with file, element and reason.

import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { structureDefinition } from '../../profiles/canonical.ts'
import { endAll, makeCamp, runCommand, startGateway, type Camp } from './gateway.ts'

const url = 'https://vendor.example/fhir/StructureDefinition/NamedPatient'
const definition = (more: object = {}) => ({
  resourceType: 'StructureDefinition',
  url,
  name: 'NamedPatient',
  status: 'active',
  fhirVersion: '4.0.1',
  kind: 'resource',
  abstract: false,
  type: 'Patient',
  baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient',
  derivation: 'constraint',
  differential: { element: [{ id: 'Patient.name', path: 'Patient.name', min: 1 }] },
  ...more,
})

describe('FHIR_PACKAGES', () => {
  let camp: Camp
  beforeAll(() => {
    camp = makeCamp()
  })
  afterAll(() => {
    endAll()
    camp.remove()
  })

  const folder = (name: string, ...definitions: readonly object[]): string => {
    const path = join(camp.folder, name)
    mkdirSync(path, { recursive: true })
    definitions.forEach((one, i) => writeFileSync(join(path, `${i}.json`), JSON.stringify(one)))
    return path
  }

  it.each(['a folder', 'a .tgz'])('brings profiles from %s, which are enforced where they are claimed', async (kind) => {
    const path = folder('good/package', definition())
    const archive = join(camp.folder, 'good.tgz')
    if (kind === 'a .tgz') execFileSync('tar', ['czf', archive, '-C', join(camp.folder, 'good'), 'package'])
    const FHIR_PACKAGES = kind === 'a .tgz' ? archive : path
    const gateway = await startGateway({ ...camp.environment, DATABASE_URL: 'sqlite::memory:', FHIR_PACKAGES })
    const { epr } = camp.wires(gateway.url)
    const post = (name?: object) =>
      epr.ask('POST', '/fhir/R4/Patient', { resourceType: 'Patient', meta: { profile: [url] }, active: true, ...name })
    const refused = await post()
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Patient.name')])
    expect((await post({ name: [{ family: 'TESTPATIENT' }] })).status).toBe(201)
    await gateway.end('SIGTERM')
  })

  it.each([
    ['a base that is not there', definition({ baseDefinition: 'https://vendor.example/fhir/Absent' }), ['0.json', 'Absent']],
    [
      'a function that FHIRPath has not',
      definition({
        differential: {
          element: [
            {
              id: 'Patient',
              path: 'Patient',
              constraint: [{ key: 'v-1', severity: 'error', human: 'none', expression: 'name.sing()' }],
            },
          ],
        },
      }),
      ['NamedPatient', 'Patient', 'sing'],
    ],
    [
      'an element that the type has not',
      definition({ differential: { element: [{ id: 'Patient.wings', path: 'Patient.wings', min: 1 }] } }),
      ['0.json', 'Patient.wings'],
    ],
    ['itself as its base', definition({ baseDefinition: url }), ['0.json', 'NamedPatient']],
  ])('stops the start for a definition with %s, and says where', async (name, wrong, words) => {
    const path = folder(`bad-${name.replaceAll(' ', '-')}`, wrong)
    const { code, err, out } = await runCommand(['serve'], { ...camp.environment, FHIR_PACKAGES: path })
    expect([code, out]).toEqual([2, ''])
    for (const word of ['FHIR_PACKAGES', ...words]) expect(err).toContain(word)
    expect(err).not.toMatch(/\.ts:\d/)
  })

  it('stops the start for a path that cannot be read', async () => {
    const { code, err } = await runCommand(['serve'], { ...camp.environment, FHIR_PACKAGES: '/nowhere/at/all' })
    expect([code, err]).toEqual([2, expect.stringContaining('/nowhere/at/all')])
  })

  it('stops the start for a folder that brings no definition: it may be the wrong one', async () => {
    const path = folder('no-definition', { resourceType: 'Patient' })
    const { code, err } = await runCommand(['serve'], { ...camp.environment, FHIR_PACKAGES: path })
    expect([code, err]).toEqual([2, expect.stringContaining('no-definition brings no definition')])
  })

  it('goes through links once, and names the file that cannot be read', async () => {
    const path = folder('linked', definition())
    symlinkSync('..', join(path, 'loop'))
    symlinkSync('/nowhere/at/all', join(path, 'gone.json'))
    const { code, err } = await runCommand(['serve'], { ...camp.environment, FHIR_PACKAGES: join(path, 'loop', 'linked') })
    expect([code, err]).toEqual([2, expect.stringMatching(/FHIR_PACKAGES: \S+gone\.json cannot be read\n$/)])
  })

  it('logs what is no fault and may surprise: a canonical defined twice, or one of ours', async () => {
    const ours = structureDefinition('HomeFirstPatient')
    const path = folder('twice', definition(), definition(), definition({ url: ours }))
    const gateway = await startGateway({
      ...camp.environment,
      DATABASE_URL: 'sqlite::memory:',
      LOG_LEVEL: 'info',
      FHIR_PACKAGES: path,
    })
    await gateway.end('SIGTERM')
    expect(gateway.said()).toMatch(/package-warning.*1\.json is defined in \S+0\.json already/)
    expect(gateway.said()).toContain(`${ours} is a definition of this gateway`)
    expect(gateway.said()).toMatch(/"event":"packages","definitions":2/)
  })
})
