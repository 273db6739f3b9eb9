// What a requirement is: a claim about somebody else's system, where it is written, and the test that holds a system to it.

import type { Trial } from './trial.ts'

/** MUST and SHOULD as RFC 2119 has them; GATE is this project's own rule beyond the specifications. */
export const levels = ['MUST', 'SHOULD', 'MAY', 'GATE'] as const
export type Level = (typeof levels)[number]

/**
 * The systems by the part that they play; `narrow` is a second client of the acute trust with few scopes, `nhs` one that asks for
 * tokens as NHS APIs have it (signed JWT, RS512, no scope).
 */
export const roles = ['acute', 'narrow', 'hub', 'community', 'council', 'otherCouncil', 'provider', 'otherAcute', 'nhs'] as const
export type Role = (typeof roles)[number]

/** Where the requirement is written, in a few words of the source itself. */
export interface Statement {
  readonly source: string
  readonly quote: string
  readonly url: string
}

export interface Needs {
  /**
   * What the CapabilityStatement must declare, such as `Patient.create`, `Task?owner`, `transaction`, `$process-message` or
   * `Patient$everything`.
   */
  readonly capability?: readonly string[]
  /** What discovery must name, such as `introspection_endpoint`. */
  readonly discovery?: readonly string[]
  readonly scopes?: string
  readonly systems?: readonly Role[]
  /** An HL7 v2 address or a referral form, as the configuration names them. */
  readonly hl7v2?: readonly ('http' | 'mllp' | 'form')[]
}

/** The seeded faults that the test finds, or why no fault could be seeded that only this test would find. */
export type Proof = { readonly kills: readonly string[] } | { readonly unkillable: string }

/** Which side of an exchange the system under test is on: it is asked, or it sends, or it fetches (conformance/simulate). */
export const sides = ['server', 'sender', 'receiver'] as const
export type Side = (typeof sides)[number]

/** What every requirement says of itself, whichever side it is about. */
export type Claim = {
  /** Never given to another requirement, also when this one is gone. */
  readonly id: string
  readonly level: Level
  readonly role: Side
  readonly area: string
  /** A claim about the other system, in the present tense. */
  readonly title: string
  readonly statement: Statement
  /** What of the reference list of assertions it shows, by id: `READ-03` (assertions.ts). */
  readonly assertions?: readonly string[]
  readonly tags?: readonly string[]
} & Proof

/** One of a server, with the test that holds a server to it. */
export type Requirement = Claim & {
  readonly role: 'server'
  readonly needs?: Needs
  readonly timeoutMs?: number
  run(t: Trial): Promise<void>
}

export type Written = Omit<Requirement, 'role' | 'area' | 'kills' | 'unkillable'> & Proof

/** Requirements of one area. */
export function area(name: string, requirements: readonly Written[]): readonly Requirement[] {
  return requirements.map((requirement) => ({ ...requirement, role: 'server', area: name }) as Requirement)
}
