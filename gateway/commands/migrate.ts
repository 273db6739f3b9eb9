// `migrate copy --from … --to …`: everything that one database holds, moved to another.

import { parseArgs } from 'node:util'
import { inWords } from '../store/causes.ts'
import { copyAll, type WithSide } from '../store/copy.ts'

/** Answers the exit code: 0 when all is there and the same, 1 when the target was left as it was, 2 for a wrong call. */
export async function migrateCopy(args: readonly string[], withSide: WithSide, print: (line: string) => void): Promise<number> {
  const { from, to, action } = read(args)
  if (action !== 'copy' || !isLocation(from) || !isLocation(to)) {
    print('usage: migrate copy --from sqlite:FILE|postgres://… --to sqlite:FILE|postgres://…')
    return 2
  }
  let tables = 0
  let rows = 0
  try {
    await under('--from', () =>
      withSide(from, 'source', (source) =>
        under('--to', () =>
          withSide(to, 'target', (target) =>
            copyAll(source, target, (copied) => {
              tables++
              rows += copied.rows
              print(`${copied.table.padEnd(14)}${String(copied.rows).padStart(10)}  sha256 ${copied.digest}`)
            }),
          ),
        ),
      ),
    )
  } catch (error) {
    print(`the copy failed, and the target is as it was: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
  print(`copied: ${rows} rows of ${tables} tables, counts and digests of both sides are the same`)
  return 0
}

interface Call {
  readonly action?: string
  readonly from?: string
  readonly to?: string
}

function read(args: readonly string[]): Call {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { from: { type: 'string' }, to: { type: 'string' } },
    })
    const [action, ...more] = positionals
    if (action === undefined || more.length > 0) return {}
    return { action, ...(values.from !== undefined && { from: values.from }), ...(values.to !== undefined && { to: values.to }) }
  } catch {
    return {}
  }
}

/** A database in memory has nobody to copy it from or for. */
const isLocation = (location: string | undefined): location is string =>
  location !== undefined && /^(?:sqlite:(?!:memory:).+|postgres(?:ql)?:\/\/.+)$/.test(location)

/** A database's own words, under the option that named it: its location may hold a password, and is not repeated. */
async function under<T>(option: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && /^--(?:from|to): /.test(error.message)) throw error
    throw new Error(`${option}: ${inWords(error)}`, { cause: error })
  }
}
