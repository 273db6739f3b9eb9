// A gateway in this process with a cast of its own, and the cast's files with the addresses that it listens at.

import { writeFileSync } from 'node:fs'
import { makeCast, writeCast } from '../../conformance/commands/keys.ts'
import { startWith } from './gateway.ts'

export interface Gateway {
  readonly url: string
  readonly mllpPort: number
  /** What the suite's commands take as --config. */
  readonly configPath: string
  close(): Promise<void>
}

export async function openGateway(folder: string): Promise<Gateway> {
  const cast = makeCast('http://gateway.invalid', 1)
  const paths = writeCast(folder, cast)
  const { url, mllpPort = 0, close } = await startWith(cast)
  const text = JSON.stringify(cast.config, undefined, 2)
  const placed = text.replaceAll('http://gateway.invalid', url).replace('"port": 1\n', `"port": ${mllpPort}\n`)
  writeFileSync(paths.config, placed, { mode: 0o600 })
  return { url, mllpPort, configPath: paths.config, close }
}
