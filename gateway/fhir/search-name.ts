// The name of a search parameter, taken apart: modifiers, chains and reverse chains. https://hl7.org/fhir/R4/search.html#chaining

/** `patient:Patient` of `patient:Patient.identifier`. */
export interface NamedStep {
  readonly code: string
  readonly modifier?: string
}

/** `_has:Observation:patient:` of `_has:Observation:patient:code`. */
export interface HasStep {
  /** The type that refers here. */
  readonly has: string
  /** The parameter by which it refers. */
  readonly by: string
}

export type Step = NamedStep | HasStep

/** Any text gives steps; whether they mean anything is for the tables to say. */
export function stepsOf(name: string): readonly Step[] {
  const steps: Step[] = []
  for (let rest: string | undefined = name; rest !== undefined;) {
    const [, has, by, behind]: readonly (string | undefined)[] = /^_has:([^:.]*):([^:.]*):(.*)$/s.exec(rest) ?? []
    if (has !== undefined && by !== undefined) {
      steps.push({ has, by })
      rest = behind
    } else {
      const dot: number = rest.indexOf('.')
      steps.push(namedStep(dot < 0 ? rest : rest.slice(0, dot)))
      rest = dot < 0 ? undefined : rest.slice(dot + 1)
    }
  }
  return steps
}

function namedStep(text: string): NamedStep {
  const [code = '', ...modifiers] = text.split(':')
  return modifiers.length === 0 ? { code } : { code, modifier: modifiers.join(':') }
}
