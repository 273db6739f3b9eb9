// The suite's commands on kept files, called in this process: what they say, and the exit code that they end with.

import { readArguments, type Arguments } from '../../conformance/commands/arguments.ts'
import { compareCommand } from '../../conformance/commands/compare.ts'
import { reportCommand } from '../../conformance/commands/report.ts'
import { runCommand } from '../../conformance/commands/run.ts'
import { signCommand } from '../../conformance/commands/sign.ts'
import { verifyCommand } from '../../conformance/commands/verify.ts'
import type { Screen } from '../../conformance/report/console.ts'
import type { Said } from './command.ts'

type Command = (args: Arguments, screen: Screen) => number | Promise<number>

const commands: Readonly<Record<string, Command>> = {
  compare: compareCommand,
  report: reportCommand,
  sign: signCommand,
  verify: verifyCommand,
  run: (args, screen) => runCommand(args, screen, new AbortController().signal),
}

export async function said(...argv: readonly string[]): Promise<Said> {
  const lines: string[] = []
  const screen: Screen = { isTerminal: false, hasColour: false, write: (text) => void lines.push(text) }
  const read = readArguments(argv)
  if (!read.ok) return { code: 2, out: read.fault }
  const command = commands[read.args.command]
  if (!command) throw new Error(`no such command here: ${read.args.command}`)
  return { code: await command(read.args, screen), out: lines.join('') }
}
