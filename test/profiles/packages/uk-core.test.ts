// UK Core, national and published with differentials only: loaded whole, and its own examples held to it.

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadPackages, type LoadedPackages } from '../../../profiles/packages/load.ts'
import type { Validator } from '../../../profiles/validation.ts'
import { reasons } from './uk-core-page.ts'
import { entries, folder, isPresent, outcomeOf, validatorOver, type Outcome } from './uk-core.ts'

const committed = new URL('uk-core.json', import.meta.url)

describe.skipIf(!isPresent())('UK Core', () => {
  let loaded: LoadedPackages
  let validator: Validator

  it('lays out its 153 definitions without a fault, in less than three seconds with everything that needs', () => {
    const files = entries()
    const before = process.cpuUsage()
    loaded = loadPackages(files)
    const made = validatorOver(loaded)
    validator = made.validator
    const { user, system } = process.cpuUsage(before)
    console.log(
      `UK Core: ${loaded.structureDefinitions.length} definitions ready in ${Math.round((user + system) / 1000)} ms of processor time`,
    )
    expect(loaded.structureDefinitions.length).toBe(153)
    expect(loaded.faults.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(made.faults).toEqual([])
    expect((user + system) / 1000).toBeLessThan(3000)
  })

  it('is ready in less than three seconds as FHIR_PACKAGES, and leaves less than 40 MB more in use', () => {
    const { readyMs, moreMb, heapMb } = started()
    console.log(`UK Core in a gateway: ${readyMs} ms of processor time, ${moreMb} MB more resident, ${heapMb} MB of heap`)
    expect(readyMs).toBeLessThan(3000)
    expect(moreMb).toBeLessThan(40)
    expect(heapMb).toBeLessThan(40)
  })

  it('has examples of which all pass but those that are wrong, each with its reason', () => {
    const outcome = outcomeOf(loaded, validator)
    if (process.env['UPDATE'] === '1') writeFileSync(committed, `${JSON.stringify(outcome, null, 2)}\n`)
    expect(outcome).toEqual(JSON.parse(readFileSync(committed, 'utf8')) as Outcome)
    expect(Object.keys(reasons).toSorted()).toEqual(outcome.failed.map(({ example }) => example).toSorted())
  })

  it.each<[string, string, (patient: Patient) => void]>([
    ['an NHS number without value', 'Patient.identifier[0].value', (patient) => delete patient.identifier[0]?.['value']],
    [
      'an ethnic category twice',
      'Patient.extension',
      (patient) => patient.extension.push(...patient.extension.filter(({ url }) => String(url).endsWith('EthnicCategory'))),
    ],
    [
      'a required code that is none',
      'Patient.communication[0].language',
      (patient) => (patient.communication = [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'not a language' }] } }]),
    ],
  ])('refuses %s', (_, expression, spoil) => {
    const example = loaded.others.find(({ file }) => file.endsWith('UKCore-Patient-RichardSmith-Example.xml'))
    const patient = structuredClone(example?.resource) as unknown as Patient
    const profile = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient'
    expect(validator.isValid(patient, { profile })).toBe(true)
    spoil(patient)
    const errors = validator.validate(patient, { profile }).filter(({ severity }) => severity === 'error')
    expect(errors.map((issue) => issue.expression)).toContain(expression)
  })
})

/** In a process of its own, as a gateway takes the packages in; before it are R4 and our own profiles. */
function started(): { readonly readyMs: number; readonly moreMb: number; readonly heapMb: number } {
  const url = (name: string): string => JSON.stringify(new URL(`../../../${name}`, import.meta.url).href)
  const script = `
    const { readFileSync } = await import('node:fs')
    const { ownValidator } = await import(${url('profiles/own-validator.ts')})
    const { validatorWith } = await import(${url('gateway/packages.ts')})
    const ada = { resourceType: 'Patient', gender: 'female' }
    ownValidator().validate({ ...ada, gender: 'x' })
    const residentKb = () => Number(/VmRSS:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1])
    const [kb, heap, cpu] = [residentKb(), process.memoryUsage().heapUsed, process.cpuUsage()]
    const { validator } = validatorWith(${JSON.stringify(folder)}, { info() {} })
    const isRight = validator.isValid(ada)
    const { user, system } = process.cpuUsage(cpu)
    const mb = (bytes) => Math.round(bytes / 2 ** 20)
    const told = { readyMs: Math.round((user + system) / 1000), moreMb: mb((residentKb() - kb) * 1024), heapMb: mb(process.memoryUsage().heapUsed - heap) }
    console.log(isRight ? JSON.stringify(told) : 'wrong')`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return JSON.parse(said) as ReturnType<typeof started>
}

interface Patient {
  identifier: Record<string, unknown>[]
  extension: Record<string, unknown>[]
  communication: unknown[]
}
