// The files that settings name, and what is wrong with them in words that begin with the setting's name.

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { faultsOf } from './config.ts'
import { Refusal } from './refusal.ts'

/** What keeps the gateway from starting, every fault on a line of its own. */
export class SettingFault extends Error {
  override name = 'SettingFault'

  constructor(setting: string, faults: readonly string[]) {
    super(faults.length === 1 ? `${setting}: ${faults[0]}` : `${setting}:\n  ${faults.join('\n  ')}`)
  }
}

export function textFile(setting: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new SettingFault(setting, [`${path} cannot be read`])
  }
}

export function jsonFile(setting: string, path: string): unknown {
  const text = textFile(setting, path)
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new SettingFault(setting, [`${path} is no valid JSON`])
  }
}

/** Runs `work` on what a setting gave; what it finds wrong with that is told under the setting's name. */
export function under<T>(setting: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw faultUnder(setting, error)
  }
}

export function faultUnder(setting: string, error: unknown): Error {
  if (error instanceof SettingFault) return error
  if (error instanceof Refusal)
    return new SettingFault(
      setting,
      error.faults.map(({ location, text }) => (location ? `${location}: ${text}` : text)),
    )
  if (error instanceof z.ZodError) return new SettingFault(setting, faultsOf(error))
  return new SettingFault(setting, [error instanceof Error ? error.message : 'cannot be used'])
}
