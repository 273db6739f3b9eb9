// What the validator found: issues with their places, collected under limits.

/** One fault of a resource. Says where and what, never the value. */
export interface Issue {
  readonly severity: 'error' | 'warning' | 'information'
  /** Stable: `unknown-element`, `required`, `too-many`, `wrong-type`, `code-not-in-list`, `date-invalid`, … */
  readonly id: string
  readonly text: string
  /** FHIRPath with indexes, e.g. `Patient.identifier[0].value`. */
  readonly expression: string
}

/** Where the walk stands: a chain towards the root, written out only when something is reported. */
export interface Place {
  readonly parent: Place | undefined
  readonly name: string
  /** Position in a repeating element. */
  readonly index: number | undefined
  readonly depth: number
}

export interface Findings {
  readonly issues: Issue[]
  /** Values looked at so far. */
  visited: number
  /** A limit was reached: the walk ends, and the last issue says so. */
  isFull: boolean
}

/** A resource nested deeper is no clinical content; a cyclic value ends here too. */
export const maxDepth = 100
/** About a second of work; a 20 MiB message whose bulk is a document has a few thousand. */
export const maxVisited = 1_000_000
/** Nobody mends more at once, and the answer must stay small. */
export const maxIssues = 500

export function noFindings(): Findings {
  return { issues: [], visited: 0, isFull: false }
}

export function root(name: string): Place {
  return { parent: undefined, name, index: undefined, depth: 0 }
}

export function child(parent: Place, name: string, index?: number): Place {
  return { parent, name, index, depth: parent.depth + 1 }
}

export function report(findings: Findings, place: Place, id: string, text: string, severity: Issue['severity'] = 'error'): void {
  if (findings.isFull) return
  findings.issues.push({ severity, id, text, expression: expressionOf(place) })
  if (findings.issues.length < maxIssues) return
  stop(findings, place, 'too-many-faults', `more than ${maxIssues} faults; the rest was not looked at`)
}

/** Ends the walk with an error, so that what was not looked at never passes. */
export function stop(findings: Findings, place: Place, id: string, text: string): void {
  if (findings.isFull) return
  findings.isFull = true
  findings.issues.push({ severity: 'error', id, text, expression: expressionOf(place) })
}

/** Counts one visit; false when the walk must not go on. */
export function mayVisit(findings: Findings, place: Place): boolean {
  if (findings.isFull) return false
  findings.visited += 1
  if (findings.visited > maxVisited) {
    stop(findings, place, 'too-large', `more than ${maxVisited} values; the rest was not looked at`)
    return false
  }
  if (place.depth > maxDepth) {
    report(findings, place, 'too-deep', `nested deeper than ${maxDepth} levels`)
    return false
  }
  return true
}

export function expressionOf(place: Place): string {
  const steps: string[] = []
  for (let at: Place | undefined = place; at; at = at.parent) {
    steps.push(at.index === undefined ? at.name : `${at.name}[${at.index}]`)
  }
  return steps.reverse().join('.')
}
