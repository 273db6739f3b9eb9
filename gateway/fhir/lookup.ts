// CodeSystem/$lookup: what is known of a code. https://hl7.org/fhir/R4/codesystem-operation-lookup.html

import type { Answer, Ask } from '../handler.ts'
import { Refusal } from '../refusal.ts'
import { codedIn, codedParameters, type Coded } from './coded.ts'
import { conceptIn, designationsOf, displayOf, parentOf, type Concept } from './concepts.ts'
import { parametersIn, resourceAnswer } from './operation.ts'
import { packagedByUrl } from './packaged.ts'
import { at, isRecord, type FhirResource } from './resource.ts'

const { code, system, coding } = codedParameters
export const lookupTable = {
  code,
  system,
  coding,
  version: { takes: 'text', says: 'the version of the code system' },
  displayLanguage: { takes: 'text', says: 'a language for the words, where they are known in it' },
  property: { takes: 'text', says: 'names of the properties that are wanted', many: true },
} as const

/** 404 for a code or a system that is not here. */
export async function lookup(ask: Ask): Promise<Answer> {
  const asked = parametersIn(ask, lookupTable)
  const [found] = codedIn(asked, 'version')
  const codeSystem = found && packagedByUrl('CodeSystem', canonicalOf(found))
  const concept = codeSystem && conceptIn(found.system, found.code)
  if (!concept) throw new Refusal('not-found', { id: 'code-unknown', text: 'no such code of such a system is here' })
  return resourceAnswer(
    {
      resourceType: 'Parameters',
      parameter: [
        { name: 'name', valueString: nameOf(codeSystem) },
        ...(typeof codeSystem['version'] === 'string' ? [{ name: 'version', valueString: codeSystem['version'] }] : []),
        { name: 'display', valueString: displayOf(concept, asked.text('displayLanguage')) ?? found.code },
        ...(typeof concept['definition'] === 'string' ? [{ name: 'definition', valueString: concept['definition'] }] : []),
        ...designationsOf(concept).map(({ language, use, value }) => ({
          name: 'designation',
          part: [
            ...(typeof language === 'string' ? [{ name: 'language', valueCode: language }] : []),
            ...(isRecord(use) ? [{ name: 'use', valueCoding: use }] : []),
            { name: 'value', valueString: value },
          ],
        })),
        ...propertiesOf(codeSystem, concept, found.code).filter(({ part }) =>
          isAsked(part[0]?.valueCode, asked.texts('property')),
        ),
      ],
    },
    ['CodeSystem'],
  )
}

const canonicalOf = ({ system: url, version }: Coded): string => (version === undefined ? url : `${url}|${version}`)

/** R4 wants a name; HL7's lists came here without theirs. */
function nameOf(codeSystem: FhirResource): string {
  const { name, title, url } = codeSystem
  return [name, title, url].find((word) => typeof word === 'string') ?? ''
}

const isAsked = (property: string | undefined, asked: readonly string[]): boolean =>
  asked.length === 0 || (property !== undefined && asked.includes(property))

interface Property {
  readonly name: 'property'
  readonly part: readonly { readonly name: string; readonly valueCode?: string }[]
}

function propertiesOf(codeSystem: FhirResource, concept: Concept, code: string): readonly Property[] {
  const parent = parentOf(codeSystem, code)
  const children = at(concept, 'concept').flatMap((one) =>
    isRecord(one) && typeof one['code'] === 'string' ? [one['code']] : [],
  )
  const own = at(concept, 'property').flatMap((one) => {
    if (!isRecord(one) || typeof one['code'] !== 'string') return []
    const { code: name, ...value } = one
    return [property(name, value)]
  })
  return [
    ...(parent === undefined ? [] : [property('parent', { valueCode: parent })]),
    ...children.map((child) => property('child', { valueCode: child })),
    ...own,
  ]
}

const property = (name: string, value: Record<string, unknown>): Property => ({
  name: 'property',
  part: [
    { name: 'code', valueCode: name },
    { name: 'value', ...value },
  ],
})
