// `npm run conformance -- validate`: what a vendor learns of its own files, alone, on a laptop.

import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { structureDefinition } from '../../profiles/canonical.ts'
import { conformance } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-validate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const wrong = `{
  "resourceType": "Patient",
  "identifier": [{ "system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000019" }],
  "birthdate": "1940-02-29",
  "gender": "banana"
}`

describe('validate', () => {
  it('says line, column, element and reason of every fault, and ends with 1', async () => {
    const { code, out } = await conformance('validate', file('wrong.json', wrong))
    expect(code).toBe(1)
    expect(out).toMatch(/4:16\s+error\s+unknown-element\s+Patient\.birthdate/)
    expect(out).toMatch(/5:13\s+error\s+code-not-in-list\s+Patient\.gender/)
    expect(out).toContain('1 resources: 0 valid, 1 not')
    expect(out).not.toContain('9990000019')
  })

  it('holds a resource to a profile that it does not claim', async () => {
    const { code, out } = await conformance(
      'validate',
      '--profile',
      structureDefinition('HomeFirstPatient'),
      file('profile.json', wrong.replace('"birthdate"', '"birthDate"').replace('banana', 'female')),
    )
    expect(code).toBe(1)
    expect(out).toContain('hf-nhs-1')
  })

  it('finds nothing wrong with the examples of this project', async () => {
    const { code, out } = await conformance('validate', 'profiles/built/examples')
    expect(code).toBe(0)
    expect(out).toMatch(/(\d+) resources: \1 valid, 0 not\n0 errors/)
  })

  it('reads newline-delimited JSON, and names the line', async () => {
    const patient = '{"resourceType":"Patient","id":"a"}'
    const { code, out } = await conformance('validate', file('many.ndjson', `${patient}\n\n${patient.replace('"a"', '"a b"')}\n`))
    expect(code).toBe(1)
    expect(out).toMatch(/✓ \S+many\.ndjson:1 Patient\/a\n/)
    expect(out).toMatch(/✗ \S+many\.ndjson:3 Patient\/a b\n\s+1:\d+\s+error\s+id-invalid/)
  })

  it('reads standard input, and answers JSON that programs can read', async () => {
    const child = spawn(process.execPath, ['conformance/main.ts', 'validate', '-', '--reporter', 'json'])
    child.stdin.end(wrong)
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    const code = await new Promise((resolve) => child.on('close', resolve))
    const { summary } = JSON.parse(Buffer.concat(chunks).toString()) as { summary: Record<string, number> }
    expect(code).toBe(1)
    expect(summary).toMatchObject({ resources: 1, valid: 0, errors: 2 })
  })

  it('tells a text that is no JSON from a resource that is wrong', async () => {
    const { code, out } = await conformance('validate', file('none.json', '{"resourceType": "Patient",'))
    expect(code).toBe(1)
    expect(out).toMatch(/1:28\s+error\s+json-invalid/)
  })

  it.each([
    ['a file that is not there', ['validate', join(folder, 'absent.json')], 'absent.json cannot be read'],
    ['no file at all', ['validate'], 'validate FILE…'],
    ['a profile that nobody knows', ['validate', '--profile', 'https://elsewhere.example/p', 'package.json'], 'no such profile'],
    ['a package that is none', ['validate', '--packages', 'package.json', 'package.json'], 'package.json is no gzip archive'],
  ])('ends with 2 for %s', async (_, args, words) => {
    const { code, out } = await conformance(...args)
    expect(code).toBe(2)
    expect(out).toContain(words)
  })

  it('takes a package as profiles:pack writes it', async () => {
    execFileSync(process.execPath, ['profiles/authoring/pack.ts', folder])
    const archive = join(folder, 'home-first.gateway-0.1.0.tgz')
    const { code, out } = await conformance('validate', '--packages', archive, 'profiles/built/examples/Patient-ada.json')
    expect(out).toContain('1 resources: 1 valid')
    expect(code).toBe(0)
  })

  it('holds resources to a package’s profiles, and refuses a package whose definition is wrong', async () => {
    const definition = {
      resourceType: 'StructureDefinition',
      url: 'https://vendor.example/fhir/StructureDefinition/NamedPatient',
      name: 'NamedPatient',
      status: 'active',
      fhirVersion: '4.0.1',
      kind: 'resource',
      abstract: false,
      type: 'Patient',
      baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient',
      derivation: 'constraint',
      differential: { element: [{ id: 'Patient.name', path: 'Patient.name', min: 1 }] },
    }
    mkdirSync(join(folder, 'vendor'))
    mkdirSync(join(folder, 'broken'))
    writeFileSync(join(folder, 'vendor', 'named.json'), JSON.stringify(definition))
    const broken = { ...definition, baseDefinition: 'https://vendor.example/fhir/StructureDefinition/Absent' }
    writeFileSync(join(folder, 'broken', 'named.json'), JSON.stringify(broken))
    const nameless = file('nameless.json', '{"resourceType":"Patient","active":true}')
    const profile = ['--profile', definition.url]
    const held = await conformance('validate', '--packages', join(folder, 'vendor'), ...profile, nameless)
    expect([held.code, held.out]).toEqual([1, expect.stringMatching(/error\s+required\s+Patient\.name/)])
    const refused = await conformance('validate', '--packages', join(folder, 'broken'), ...profile, nameless)
    expect([refused.code, refused.out]).toEqual([2, expect.stringContaining('Absent')])
  })
})
