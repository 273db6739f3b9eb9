// What a walk of the slow pass carries with it.

import type { Findings } from './issue.ts'
import type { Plan } from './plan.ts'
import type { Runtime } from './runtime.ts'

/** What a walk carries. */
export interface Walk {
  readonly plan: Plan
  readonly runtime: Runtime
  readonly findings: Findings
  readonly isTypeName: (name: string) => boolean
  readonly narrativeFaults: (div: string) => readonly { readonly id: string; readonly text: string }[]
}

export type WalkSources = Omit<Walk, 'findings'>
