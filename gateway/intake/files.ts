// The addresses in a resource's attachments: what of ours they name, and which files its author lists by them.

import { textsNamed } from '../fhir/resource.ts'
import { isKnownType } from '../types.ts'
import { naming } from './naming.ts'
import type { Planning, Stored } from './planning.ts'

/** Every `url` in it, whatever it leads to; our own are relative by now. */
export const addressesIn = (value: unknown): readonly string[] => textsNamed('url', value)

/** `Type/id` of what an address names, whichever version of it, and however it is asked for; undefined for what is not ours. */
export function namedBy(address: string): string | undefined {
  const [, type = '', id] = /^([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:[/?#].*)?$/.exec(address) ?? []
  return id !== undefined && isKnownType(type) ? `${type}/${id}` : undefined
}

/**
 * The files that go with what lists them when that is hidden, kept from somebody or retracted: those of the same author alone. To
 * list another's file is to name it, and decides nothing about it.
 */
export async function filesOf(planning: Planning, { resource, origin }: Stored): Promise<readonly string[]> {
  const named = new Set(addressesIn(resource).flatMap((address) => namedBy(address) ?? []))
  const files: string[] = []
  for (const reference of named)
    if (isFile(reference) && (await planning.load(reference))?.origin === origin) files.push(reference)
  return files
}

const isFile = (reference: string): boolean => /^(?:Binary|Bundle)\//.test(reference)

/** What lists the file, of the file's own author. */
export async function listing(planning: Planning, file: string, why: string): Promise<readonly Stored[]> {
  const origin = (await planning.load(file))?.origin
  const found = await Promise.all((await naming(planning, 'DocumentReference.location', file, why, true)).map(planning.load))
  return found.filter((one) => one !== undefined).filter((one) => one.origin === origin)
}
