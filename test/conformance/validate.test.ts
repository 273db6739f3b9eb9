// `npm run conformance -- validate`: what a vendor learns of its own files, alone, on a laptop.

import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
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
    expect(out).toMatch(/✗ \S+many\.ndjson:3 Patient\n\s+1:\d+\s+error\s+id-invalid/)
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

  it('reads XML as it reads JSON, with line and column', async () => {
    const open = '<Patient xmlns="http://hl7.org/fhir">\n'
    const wrong = file('wrong.xml', `${open}  <gender value="banana"/>\n</Patient>`)
    const untidy = file('untidy.xml', `${open}  <active value="yes"/>\n</Patient>`)
    const { code, out } = await conformance('validate', wrong, untidy)
    expect(code).toBe(1)
    expect(out).toMatch(/wrong\.xml Patient\n\s+2:3\s+error\s+code-not-in-list\s+Patient\.gender/)
    expect(out).toMatch(/untidy\.xml \n\s+2:3\s+error\s+xml-value-invalid\s+Patient\.active/)
  })

  it('goes through a folder once, whatever links it holds, and passes over what names no resourceType, saying so', async () => {
    const mixed = join(folder, 'mixed')
    for (const inner of ['', 'sub', 'node_modules']) mkdirSync(join(mixed, inner), { recursive: true })
    file('mixed/patient.json', '{"resourceType":"Patient"}')
    file('mixed/package.json', '{"name":"vendor"}')
    file('mixed/node_modules/broken.json', '{')
    symlinkSync('..', join(mixed, 'sub', 'loop'))
    const { code, out } = await conformance('validate', mixed)
    expect(code).toBe(0)
    expect(out).toMatch(/– \S+package\.json passed over/)
    expect(out).toContain('1 resources: 1 valid, 0 not; 1 files passed over')
    const named = await conformance('validate', join(mixed, 'package.json'))
    expect([named.code, named.out]).toEqual([1, expect.stringContaining('resource-type-missing')])
  })

  it('judges the other files of a folder when one cannot be read, and ends with 2', async () => {
    const torn = join(folder, 'torn')
    mkdirSync(torn)
    file('torn/patient.json', '{"resourceType":"Patient"}')
    symlinkSync('/nowhere/at/all', join(torn, 'gone.json'))
    const { code, out } = await conformance('validate', torn)
    expect(code).toBe(2)
    expect(out).toContain('✓ ')
    expect(out).toContain('gone.json cannot be read')
  })

  it('tells what stands behind a byte order mark, too', async () => {
    const { code, out } = await conformance('validate', file('mark.json', `\ufeff${wrong}`))
    expect(code).toBe(1)
    expect(out).toMatch(/1:1\s+error\s+byte-order-mark/)
    expect(out).toMatch(/5:13\s+error\s+code-not-in-list/)
  })

  it('reads a hundred and fifty thousand lines, the broken and the garbled among them', async () => {
    const good = '{"resourceType":"Patient"}'
    const path = file('long.ndjson', '')
    const garbled = Buffer.from('{"resourceType":"Patient","name":[{"family":"\u00e9"}]}\n', 'latin1')
    writeFileSync(path, Buffer.concat([Buffer.from(`${`${good}\r\n`.repeat(149_998)}{"resourceType":\n`), garbled]))
    const { code, out } = await conformance('validate', path)
    expect(code).toBe(1)
    expect(out).toMatch(/long\.ndjson:149999 \n\s+\S+\s+error\s+json-invalid/)
    expect(out).toMatch(/long\.ndjson:150000 \n\s+\S+\s+error\s+utf8-invalid/)
    expect(out).toContain('150000 resources: 149998 valid, 2 not')
  }, 60_000)

  it('shows no type and no id that are none: a terminal might obey them', async () => {
    const { out } = await conformance('validate', file('codes.json', '{"resourceType":"Pa\\u001b[31m","id":"\\u001b[2J"}'))
    expect(out).toContain('resource-type-unknown')
    expect(out).not.toContain('\u001b')
  })

  it('ends without a stack trace when its reader has read enough', async () => {
    const many = file('enough.ndjson', '{"resourceType":"Patient","gender":"banana"}\n'.repeat(20_000))
    const child = spawn(process.execPath, ['conformance/main.ts', 'validate', many])
    let err = ''
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, err]).toEqual([141, ''])
  })

  it('has nothing to say of an empty standard input, and ends with 2', async () => {
    const child = spawn(process.execPath, ['conformance/main.ts', 'validate', '-'])
    child.stdin.end()
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(code).toBe(2)
  })

  it('refuses packages that bring no definition, and warns of what a package defines twice', async () => {
    const [none, twice] = ['none', 'twice'].map((name) => join(folder, name))
    for (const each of [none, twice]) mkdirSync(each ?? '')
    file('none/patient.json', '{"resourceType":"Patient"}')
    const definition = {
      resourceType: 'StructureDefinition',
      url: 'https://vendor.example/fhir/StructureDefinition/Twice',
      name: 'Twice',
      status: 'active',
      kind: 'resource',
      abstract: false,
      type: 'Patient',
      baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient',
      derivation: 'constraint',
      differential: { element: [{ id: 'Patient.name', path: 'Patient.name', min: 1 }] },
    }
    for (const name of ['a', 'b']) file(`twice/${name}.json`, JSON.stringify(definition))
    const example = 'profiles/built/examples/Patient-ada.json'
    const refused = await conformance('validate', '--packages', none ?? '', example)
    expect([refused.code, refused.out]).toEqual([2, expect.stringContaining('brings no definition')])
    const warned = await conformance('validate', '--packages', twice ?? '', example)
    expect([warned.code, warned.out]).toEqual([0, expect.stringMatching(/warning: \S+b\.json is defined in \S+a\.json already/)])
  })
})
