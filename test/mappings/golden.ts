// The golden pairs: messages in golden/*.hl7 with what they must become, and the settings under which they do.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mapHl7, type MappedHl7 } from '../../mappings/acute/hl7v2/map.ts'
import { readHl7, type Hl7Message } from '../../mappings/acute/hl7v2/reader.ts'
import { sourceSettings, type SourceSettings } from '../../mappings/source.ts'

export const folder = join(import.meta.dirname, 'golden')

export const settings: Record<string, unknown> = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))

export const names = readdirSync(folder)
  .filter((file) => file.endsWith('.hl7'))
  .map((file) => file.slice(0, -4))

export function messageOf(text: string | Uint8Array): Hl7Message {
  const read = readHl7(text)
  if (!read.ok) throw new Error(read.fault.id)
  return read.message
}

export const settingsOf = (name: string): SourceSettings => sourceSettings('trust1-epr', settings[name])

export const mapGolden = (name: string): MappedHl7 =>
  mapHl7(messageOf(readFileSync(join(folder, `${name}.hl7`))), settingsOf(name))
