// ValueSet/$validate-code and CodeSystem/$validate-code. https://hl7.org/fhir/R4/valueset-operation-validate-code.html

import { wholeTerminology } from '../../profiles/definitions-own.ts'
import type { Answer, Ask } from '../handler.ts'
import { codedIn, codedParameters, isOtherVersion, type Coded } from './coded.ts'
import { notSupported, parametersIn, resourceAnswer, type Asked, type ParameterTable } from './operation.ts'
import { codeSystemAsked, valueSetAsked } from './value-set.ts'

const common = {
  url: { takes: 'text', says: 'canonical of the value set or code system' },
  ...codedParameters,
  abstract: { takes: 'boolean', says: 'false: codes that only group others are refused' },
  displayLanguage: { takes: 'text', says: 'taken, and of no effect: displays are compared in every language that is known' },
} as const satisfies ParameterTable

export const validateCodeTable = {
  ...common,
  valueSetVersion: { takes: 'text', says: 'its version' },
  systemVersion: { takes: 'text', says: 'the version of the code system' },
} as const satisfies ParameterTable

const { system: _, ...withoutSystem } = common
export const validateCodeOfSystemTable = {
  ...withoutSystem,
  version: { takes: 'text', says: 'its version' },
} as const satisfies ParameterTable

/** Route parameter: `id`, when one value set is asked by its address. */
export async function validateCode(ask: Ask): Promise<Answer> {
  const asked = parametersIn(ask, validateCodeTable)
  const { canonical } = valueSetAsked(asked, ask.params['id'])
  const membership = wholeTerminology().membership(canonical)
  const isIn = ({ system, code }: Coded) => {
    if (!membership || 'notEvaluable' in membership) return undefined
    return membership.has(system, code)
  }
  const codings = codedIn(asked, 'systemVersion')
  return resourceAnswer(verdictOn(codings, isIn, asked, 'The value set does not have the code.'), ['ValueSet'])
}

/** Route parameter: `id`, when one code system is asked by its address. */
export async function validateCodeOfSystem(ask: Ask): Promise<Answer> {
  const asked = parametersIn(ask, validateCodeOfSystemTable)
  const { canonical } = codeSystemAsked(asked, ask.params['id'])
  const codings = codedIn(asked, 'version', canonical)
  const isIn = ({ system, code }: Coded) => (system === canonical ? wholeTerminology().isCode(system, code) : false)
  return resourceAnswer(verdictOn(codings, isIn, asked, 'The code system does not have the code.'), ['CodeSystem'])
}

/** One coding that is right is enough (R4), wherever it stands. What cannot be told is refused: a no would be taken for one. */
function verdictOn(
  codings: readonly Coded[],
  isIn: (coding: Coded) => boolean | undefined,
  asked: Asked,
  otherwise: string,
): object {
  const judged = codings.map((coding) => ({ coding, isIn: isOtherVersion(coding) ? undefined : isIn(coding) }))
  const members = judged.filter((one) => one.isIn === true).map(({ coding }) => coding)
  const found = members.find((coding) => wrongWith(coding, asked) === undefined) ?? members[0]
  const message = found ? wrongWith(found, asked) : otherwise
  if (message !== undefined && judged.some((one) => one.isIn === undefined))
    throw notSupported('whether it has the code cannot be told from the lists that are here', asked.text('url') ? 'url' : 'code')
  const row = found && wholeTerminology().lookup(found.system, found.code)
  return {
    resourceType: 'Parameters',
    parameter: [
      { name: 'result', valueBoolean: message === undefined },
      ...(message === undefined ? [] : [{ name: 'message', valueString: message }]),
      ...(row?.display === undefined ? [] : [{ name: 'display', valueString: row.display }]),
    ],
  }
}

function wrongWith({ system, code, display }: Coded, asked: Asked): string | undefined {
  const properties = wholeTerminology().lookup(system, code)?.properties
  if (asked.flag('abstract') === false && properties?.get('notSelectable')?.includes('true'))
    return 'The code only groups others and is not for use by itself.'
  const isRight = display === undefined ? undefined : wholeTerminology().isDisplay(system, code, display)
  return isRight === false ? 'The display is not one of the code’s.' : undefined
}
