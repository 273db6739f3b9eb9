// How a compiled resource is kept: which folder, in what order, and without what R4's core already says.

export interface Resource {
  readonly resourceType: string
  readonly id: string
  readonly [name: string]: unknown
}

/** Texts by path under profiles/built. */
export function laidOut(resources: readonly Resource[]): Map<string, string> {
  const named = resources.map((one) => [`${folderOf(one)}/${one.resourceType}-${one.id}.json`, text(one)] as const)
  return new Map(named.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const folders: Readonly<Record<string, string>> = {
  StructureDefinition: 'definitions',
  CodeSystem: 'terminology',
  ValueSet: 'terminology',
  ConceptMap: 'terminology',
  NamingSystem: 'terminology',
  MessageDefinition: 'exchange',
  OperationDefinition: 'exchange',
  SearchParameter: 'exchange',
  CapabilityStatement: 'exchange',
  Questionnaire: 'exchange',
}

/** What is no definition is an example. */
function folderOf(resource: Resource): string {
  return isOurs(resource) ? (folders[resource.resourceType] ?? 'examples') : 'examples'
}

const isOurs = ({ url, resourceType }: Resource): boolean => url !== undefined || resourceType === 'NamingSystem'

/** One element, concept or rule to a line: a change shows as the lines that changed. */
function text(resource: Resource): string {
  const slim = resource.resourceType === 'StructureDefinition' ? slimmed(resource) : resource
  if (folderOf(resource) === 'examples') return `${JSON.stringify(slim, null, 2)}\n`
  const members = Object.entries(slim).map(([name, value]) => `${JSON.stringify(name)}: ${member(value)}`)
  return `{\n${members.join(',\n')}\n}\n`
}

function member(value: unknown): string {
  if (Array.isArray(value)) return `[\n${value.map((one) => JSON.stringify(one)).join(',\n')}\n]`
  if (!isObject(value)) return JSON.stringify(value)
  const inner = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${member(part)}`)
  return `{\n${inner.join(',\n')}\n}`
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

interface Element {
  readonly id: string
  readonly constraint?: readonly Record<string, unknown>[]
  readonly [name: string]: unknown
}

/**
 * What a snapshot repeats from R4 and no reader of ours needs. Two of them R4 asks for (sdf-3, eld-18): they are said in few words.
 */
const repeated = ['alias', 'comment', 'definition', 'requirements', 'example', 'meaningWhenMissing', 'isModifierReason']

function slimmed(definition: Resource): Resource {
  const {
    snapshot,
    differential,
    mapping: _,
    ...rest
  } = definition as Resource & Record<'snapshot' | 'differential', { element: Element[] }>
  const own = new Map(differential.element.map((element) => [element.id, element]))
  const elements = snapshot.element.map((element) => slimElement(element, own.get(element.id)))
  return { ...rest, snapshot: { element: elements }, differential }
}

function slimElement({ mapping: _, constraint, ...element }: Element, own: Element | undefined): Record<string, unknown> {
  const kept = Object.entries(element).filter(([name]) => !repeated.includes(name) || own?.[name] !== undefined)
  const rules = constraint?.filter((rule) => !isImplied(rule, element.id)).map(({ xpath: __, ...rule }) => rule)
  return { ...inFewWords(Object.fromEntries(kept)), ...(rules && rules.length > 0 && { constraint: rules }) }
}

function inFewWords(element: Record<string, unknown>): Record<string, unknown> {
  const { short, path, isModifier, isModifierReason = 'It may change the meaning of what stands beside it' } = element
  return { ...element, definition: element['definition'] ?? short ?? path, ...(isModifier === true && { isModifierReason }) }
}

/** Rules of Element and Extension hold of every element by its type; R4's snapshots repeat them at each. */
const isImplied = ({ key }: Record<string, unknown>, id: string): boolean =>
  key === 'ele-1' || (key === 'ext-1' && id !== 'Extension')
