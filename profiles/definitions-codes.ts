// The code systems of profiles/built as files: which there are, and one of them read.

import { readFileSync, readdirSync } from 'node:fs'
import type { CodeSystem } from '@medplum/fhirtypes'

/** Ids of all code systems of ours, in order. */
export function codeSystemIds(): readonly string[] {
  return readdirSync(folder)
    .flatMap((name) => /^CodeSystem-(.+)\.json$/.exec(name)?.[1] ?? [])
    .toSorted()
}

/** One that `codeSystemIds` names; what has no such id is not asked for. */
export function readCodeSystem(id: string): CodeSystem {
  return JSON.parse(readFileSync(new URL(`CodeSystem-${id}.json`, folder), 'utf8')) as CodeSystem
}

const folder = new URL('built/terminology/', import.meta.url)
